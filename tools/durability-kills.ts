import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { EventStore } from '@letopis/core';
import { lineHash, parseLine } from '@letopis/core/kernel';
import { openSqlite } from '@letopis/store-sqlite';
import type { Break } from './durability-batch.ts';

const CHILD = fileURLToPath(new URL('durability-child.ts', import.meta.url));
/**
 * Rounds in one file: enough that kills follow kills on it, and few enough that it stays quick to
 * check.
 */
const ROUNDS_PER_FILE = 10;

/** What the log had after the kills. */
export interface KillReport {
  readonly rounds: number;
  /** Kills that came before the store was open. */
  readonly early: number;
  readonly acknowledgedBatches: number;
  readonly acknowledgedEvents: number;
  readonly storedEvents: number;
  readonly failures: readonly string[];
}

/** The acknowledged batches of one round: number → how many events it has. */
type Acknowledged = ReadonlyMap<number, number>;

/**
 * Runs rounds in which a child appends and is killed (`SIGKILL`) at a random moment, and then opens
 * the log and reads it. Every acknowledged event must be stored, no batch in part, chain and
 * revisions intact.
 *
 * @param chance gives numbers from 0 to 2³² − 1, which choose the moments of the kills.
 */
export async function checkKills(
  rounds: number,
  breakage: Break,
  chance: () => number,
  told: (round: number) => void = () => undefined,
): Promise<KillReport> {
  const failures: string[] = [];
  let [early, batches, events, stored] = [0, 0, 0, 0];
  for (let first = 0; first < rounds; first += ROUNDS_PER_FILE) {
    const directory = mkdtempSync(join(tmpdir(), 'letopis-kills-'));
    const file = join(directory, 'log.letopis');
    const acknowledged = new Map<number, Acknowledged>();
    for (let round = first; round < Math.min(rounds, first + ROUNDS_PER_FILE); round += 1) {
      const said = await killedChild(file, breakage, round, chance);
      if (!said.ready) early += 1;
      acknowledged.set(round, said.acknowledged);
      batches += said.acknowledged.size;
      for (const size of said.acknowledged.values()) events += size;
      const found = await lookThrough(file, acknowledged);
      failures.push(...found.failures.map((failure) => `round ${round}: ${failure}`));
      if (round + 1 === Math.min(rounds, first + ROUNDS_PER_FILE)) stored += found.events;
      told(round + 1);
    }
    rmSync(directory, { recursive: true });
  }
  const acknowledgedCounts = { acknowledgedBatches: batches, acknowledgedEvents: events };
  return { rounds, early, ...acknowledgedCounts, storedEvents: stored, failures };
}

async function killedChild(
  file: string,
  breakage: Break,
  round: number,
  chance: () => number,
): Promise<{ readonly ready: boolean; readonly acknowledged: Acknowledged }> {
  const args = [CHILD, file, 'mixed', breakage, String(round)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ready = Promise.withResolvers<void>();
  child.stdout.once('data', () => ready.resolve());
  const output = text(child.stdout);
  // One kill in eight may come while the store opens, the others while it appends.
  if (chance() % 8 === 0) await pause(chance() % 250);
  else {
    await Promise.race([ready.promise, output]);
    await pause(chance() % 120);
  }
  child.kill('SIGKILL');
  const said = (await output).split('\n');
  // The kill cut off what comes after the last end of line.
  const whole = said.slice(0, -1);
  const acknowledged = new Map<number, number>();
  for (const line of whole.filter((one) => one !== 'ready')) {
    const [number, size] = line.split(' ').map(Number);
    acknowledged.set(number ?? Number.NaN, size ?? Number.NaN);
  }
  return { ready: whole[0] === 'ready', acknowledged };
}

interface Found {
  readonly events: number;
  readonly failures: readonly string[];
}

async function lookThrough(
  file: string,
  acknowledged: ReadonlyMap<number, Acknowledged>,
): Promise<Found> {
  const store = await openSqlite(file);
  try {
    const failures: string[] = [];
    const stored = await readBatches(store, failures);
    let events = 0;
    for (const { key, indexes, size } of stored.values()) {
      events += indexes.length;
      const whole = indexes.length === size && indexes.every((index, at) => index === at);
      if (!whole) failures.push(`batch ${key} stands in part: ${indexes.length} of ${size}`);
    }
    for (const [round, batches] of acknowledged) {
      for (const [number, size] of batches) {
        const there = stored.get(`${round}/${number}`)?.indexes.length ?? 0;
        if (there !== size) {
          failures.push(`batch ${round}/${number} was acknowledged, ${there} of ${size} stand`);
        }
      }
    }
    return { events, failures };
  } finally {
    await store.close();
  }
}

interface StoredBatch {
  readonly key: string;
  readonly size: number;
  readonly indexes: number[];
}

/** Reads the whole log, and checks chain, revisions and times while reading. */
async function readBatches(
  store: EventStore,
  failures: string[],
): Promise<ReadonlyMap<string, StoredBatch>> {
  const batches = new Map<string, StoredBatch>();
  const heads = new Map<string, { readonly revision: number; readonly hash: string }>();
  let newest = '';
  for await (const page of store.readAll('')) {
    for (const { line, position } of page.lines) {
      const { id, stream, revision, prev, recordedAt, data } = parseLine(line, position);
      const head = heads.get(stream);
      if (revision !== (head?.revision ?? -1) + 1) failures.push(`${stream}: gap at ${revision}`);
      if (prev !== (head?.hash ?? null)) failures.push(`${stream}@${revision}: broken chain`);
      if (recordedAt < newest) failures.push(`${stream}@${revision}: time goes back`);
      heads.set(stream, { revision, hash: lineHash(line, store.ports.hash) });
      newest = recordedAt;
      const key = `${Number.parseInt(id.slice(20, 23), 16)}/${Number(data['batch'])}`;
      const batch = batches.get(key) ?? { key, size: Number(data['size']), indexes: [] };
      batch.indexes.push(Number(data['index']));
      batches.set(key, batch);
    }
  }
  return batches;
}
