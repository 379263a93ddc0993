import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { seededChance } from '@letopis/core/testing';
/**
 * Proves what the adapter of EventStoreDB promises while a real server is killed, stopped and
 * frozen under load: every acknowledged event stored once, every unknown outcome settled by the
 * very same call, each follower sees each event once in order, no call left pending.
 *
 *   pnpm check:server --start './start.sh {dir} {port}'
 *
 *   --start CMD       starts one node in the foreground, on its files in {dir}, at
 *                     127.0.0.1:{port}; it gets a process group of its own, and ends with it
 *   --url URL         how clients reach it; default esdb://127.0.0.1:{port}?tls=false
 *   --rounds 20       rounds of each fault        --only kill|stop|freeze
 *   --seed 1          moments of the faults and sizes of the appends
 *   --defaults 5      every so many rounds use the default times; 0: none does
 *   --break ...       breaks the adapter; the check must then be red
 *   --self-test       runs each break for two rounds of kills and expects red each time
 */
import type { Break } from './server-faults/broken.ts';
import { BREAKS } from './server-faults/broken.ts';
import { playRounds } from './server-faults/rounds.ts';
import type { FaultKind } from './server-faults/server.ts';
import { FAULT_KINDS, freePort, Server } from './server-faults/server.ts';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const { values } = parseArgs({
  options: {
    start: { type: 'string' },
    url: { type: 'string', default: 'esdb://127.0.0.1:{port}?tls=false' },
    rounds: { type: 'string', default: '20' },
    only: { type: 'string' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    defaults: { type: 'string', default: '5' },
    break: { type: 'string', default: 'none' },
    'self-test': { type: 'boolean', default: false },
  },
});
const { start, only } = values;
if (start === undefined) throw new Error("--start 'CMD' says how to start a server; see the head");
const kinds = FAULT_KINDS.filter((kind) => only === undefined || kind === only);
const breaks = Object.keys(BREAKS) as Break[];
const breakage = breaks.find((one) => one === values.break);
if (breakage === undefined) throw new Error(`--break is one of ${breaks.join(', ')}`);
if (kinds.length === 0) throw new Error(`--only is one of ${FAULT_KINDS.join(', ')}`);
const rounds = Number(values.rounds);
if (!(rounds > 0)) throw new Error('--rounds is a number above 0');
const chance = seededChance(Number(values.seed));

say(`seed ${values.seed}`);
const green = values['self-test'] ? await selfTest() : await check(breakage);
say(green ? 'server faults: ok' : 'server faults: FAILED');
// A client that never ends must not delay the verdict.
process.exit(green ? 0 : 1);

async function check(how: Break): Promise<boolean> {
  let holds = true;
  for (const kind of kinds) {
    const failures = await onServer(kind, rounds, how);
    for (const failure of failures.slice(0, 10)) say(`  ${failure}`);
    if (failures.length > 10) say(`  and ${failures.length - 10} more`);
    holds &&= failures.length === 0;
  }
  return holds;
}

/**
 * A check that cannot fail proves nothing: with each break the check must fail, and name the
 * reason.
 */
async function selfTest(): Promise<boolean> {
  let holds = true;
  for (const how of breaks.filter((one) => one !== 'none')) {
    const failures = await onServer('kill', 2, how);
    const named = failures.filter((failure) => failure.includes(`${BREAKS[how]}: `));
    const verdict = named.length > 0 ? `red, as it must: ${named[0]}` : 'GREEN';
    say(`self-test: ${how}: ${verdict}`);
    holds &&= named.length > 0;
  }
  return holds;
}

async function onServer(kind: FaultKind, count: number, how: Break): Promise<readonly string[]> {
  const directory = mkdtempSync(join(tmpdir(), 'letopis-server-'));
  const port = await freePort(chance);
  const server = new Server(start ?? '', directory, port);
  const end = (): void => void server.end();
  process.once('SIGINT', end).once('SIGTERM', end);
  try {
    await server.start();
    const url = values.url.replaceAll('{port}', String(port));
    const plan = { url, kind, chance, breakage: how, defaultsEvery: Number(values.defaults) };
    return await playRounds(server, plan, count, say);
  } finally {
    process.off('SIGINT', end).off('SIGTERM', end);
    await server.end();
    rmSync(directory, { recursive: true, force: true });
  }
}
