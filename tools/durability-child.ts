import { writeSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { EventStore } from '@letopis/core';
import { openSqlite } from '@letopis/store-sqlite';
import type { Batch, Break } from './durability-batch.ts';
import { batchItems } from './durability-batch.ts';

const [file = '', mode = '', breakage = 'none', roundText = '0', appendsText = '0'] =
  process.argv.slice(2);
const round = Number(roundText);
const appends = Number(appendsText);
const heads = new Map<string, number>();
let batches = 0;

if (breakage === 'sync-off') turnSyncOff();
const store = await openSqlite(file);
writeSync(1, 'ready\n');
if (mode === 'one-by-one') await oneByOne(store);
else await mixed(store);
await store.close();

/**
 * Turns syncing off. The store has no such option: this rewrites the setting on its way to SQLite.
 */
function turnSyncOff(): void {
  const exec = DatabaseSync.prototype.exec;
  DatabaseSync.prototype.exec = function (this: DatabaseSync, sql: string): void {
    exec.call(this, sql.replace(/synchronous = (?:FULL|NORMAL)/, 'synchronous = OFF'));
  };
}

async function append(target: EventStore, stream: string, size: number): Promise<void> {
  const batch: Batch = { round, number: batches, stream, size };
  batches += 1;
  const expected = heads.get(stream) ?? -1;
  heads.set(stream, expected + size);
  const appended = target.append(stream, batchItems(batch), expected);
  const acknowledge = (): void => void writeSync(1, `${batch.number} ${size}\n`);
  if ((breakage as Break) === 'ack-before-commit') acknowledge();
  await appended;
  if ((breakage as Break) !== 'ack-before-commit') acknowledge();
}

async function oneByOne(target: EventStore): Promise<void> {
  for (let n = 0; n < appends; n += 1) await append(target, `check.single-${round}`, 1);
}

/** Appends singles, batches and 64 at once, in turn, until the process is killed. */
async function mixed(target: EventStore): Promise<void> {
  for (;;) {
    for (let n = 0; n < 8; n += 1) await append(target, `check.single-${round}`, 1);
    for (const size of [2, 7, 40]) await append(target, `check.batch-${round}`, size);
    const many = Array.from({ length: 64 }, (_, n) => {
      return append(target, `check.many-${round}.${n}`, 1 + (n % 3));
    });
    await Promise.all(many);
  }
}
