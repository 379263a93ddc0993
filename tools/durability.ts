import { parseArgs } from 'node:util';
import { seededChance } from '@letopis/core/testing';
/**
 * Proves what the SQLite store promises about durability: `pnpm check:durability`.
 *
 * 1. Under `strace`: before each acknowledgement the WAL was synced after the last write to it.
 * 2. After `kill -9` at random moments: every acknowledged event is stored, no batch in part.
 *
 *   --rounds 200      kills                       --appends 100   traced appends
 *   --only syncs|kills                            --seed 1        moments of the kills
 *   --break sync-off|ack-before-commit            breaks the child; the check must then be red
 *   --self-test       runs the broken children and expects red each time
 */
import type { Break } from './durability-batch.ts';
import { BREAKS } from './durability-batch.ts';
import { checkKills } from './durability-kills.ts';
import { checkSyncs, hasStrace } from './durability-syncs.ts';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '200' },
    appends: { type: 'string', default: '100' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    only: { type: 'string', default: 'both' },
    break: { type: 'string', default: 'none' },
    'self-test': { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
const appends = Number(values.appends);
const chance = seededChance(Number(values.seed));
const breakage = BREAKS.find((one) => one === values.break);
if (breakage === undefined) throw new Error(`--break is one of ${BREAKS.join(', ')}`);
if (!(rounds > 0 && appends > 0)) throw new Error('--rounds and --appends are numbers above 0');

const green = values['self-test'] ? await selfTest() : await check(breakage);
say(green ? 'durability: ok' : 'durability: FAILED');
process.exitCode = green ? 0 : 1;

async function check(broken: Break): Promise<boolean> {
  const syncs = values.only === 'kills' ? true : syncsHold(broken, appends);
  const kills = values.only === 'syncs' ? true : await killsHold(broken, rounds);
  return syncs && kills;
}

/** A check that cannot fail proves nothing: with each break the check must fail. */
async function selfTest(): Promise<boolean> {
  const red = [
    ['syncs, sync-off', !syncsHold('sync-off', appends)],
    ['syncs, ack-before-commit', !syncsHold('ack-before-commit', appends)],
    ['kills, ack-before-commit', !(await killsHold('ack-before-commit', rounds))],
  ] as const;
  for (const [name, isRed] of red) {
    say(`self-test: ${name}: ${isRed ? 'red, as it must' : 'GREEN'}`);
  }
  const holds = await check('none');
  say(`self-test: not broken: ${holds ? 'green, as it must' : 'RED'}`);
  return holds && red.every(([, isRed]) => isRed);
}

function syncsHold(broken: Break, count: number): boolean {
  if (!hasStrace()) {
    say('syncs: not checked, for there is no strace here: apt-get install -y strace (Linux only),');
    say('       or leave this part out with --only kills');
    return false;
  }
  const report = checkSyncs(count, broken);
  say(
    `syncs: ${report.covered} of ${report.appends} acknowledgements came after a sync ` +
      `of the WAL; ${report.syncs} syncs in all`,
  );
  return noFailures(report.failures);
}

async function killsHold(broken: Break, count: number): Promise<boolean> {
  say(`kills: ${count} rounds, seed ${values.seed}`);
  const report = await checkKills(count, broken, chance, (round) => {
    if (round % 50 === 0 && round < count) say(`kills: ${round} rounds done`);
  });
  say(
    `kills: ${report.rounds} kills (${report.early} before the store was open), ` +
      `${report.acknowledgedEvents} events in ${report.acknowledgedBatches} appends ` +
      `acknowledged, ${report.storedEvents} events stand`,
  );
  return noFailures(report.failures);
}

function noFailures(failures: readonly string[]): boolean {
  for (const failure of failures.slice(0, 10)) say(`  ${failure}`);
  if (failures.length > 10) say(`  and ${failures.length - 10} more`);
  return failures.length === 0;
}
