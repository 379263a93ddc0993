import { statSync } from 'node:fs';
import type { DraftEvent } from '@letopis/core/kernel';
import { openMemory } from '@letopis/store-memory';
import { openSqlite } from '@letopis/store-sqlite';
import type { Figure } from './figure.ts';
import { figure } from './figure.ts';
import { interleaved, milliseconds, thousandsPerSecond } from './measure.ts';
import type { RawLog } from './raw-sqlite.ts';
import { inTransaction, openRaw } from './raw-sqlite.ts';
import { benchCodec, encoded, fill, markDraft, placeOf, streamOf } from './sample.ts';
import type { Bench } from './workspace.ts';

type Durability = 'full' | 'normal';
const STREAMS = 1000;

const drafts = (count: number): readonly DraftEvent[] =>
  Array.from({ length: count }, (_, index) => {
    const { learner, revision } = placeOf(index, STREAMS);
    return markDraft(learner, revision);
  });

/** The lines that a store makes of the drafts, for the raw side to write. */
async function linesOf(list: readonly DraftEvent[]): Promise<readonly string[]> {
  const store = openMemory();
  for (const [index, draft] of list.entries()) {
    const { learner, revision } = placeOf(index, STREAMS);
    await store.append(streamOf(learner), [encoded(draft, store)], revision - 1);
  }
  const lines: string[] = [];
  for await (const page of store.readAll('')) lines.push(...page.lines.map(({ line }) => line));
  return lines;
}

/** Appends to SQLite: one by one, 64 at once, in batches of 100; with FULL and NORMAL. */
export async function sqliteAppendFigures(bench: Bench): Promise<readonly Figure[]> {
  const count = bench.quick ? 4_000 : 15_000;
  const list = drafts(count);
  const lines = await linesOf(list);
  const figures: Figure[] = [];
  for (const durability of ['normal', 'full'] as const) {
    const full = durability === 'full';
    const few = full ? Math.ceil(count / 3) : count;
    const one = list.slice(0, few);
    const rawOne = (): Promise<number> => rawAppend(bench, durability, lines.slice(0, few));
    const size = durability.toUpperCase();
    const single = await interleaved(bench.rounds, () => oursOne(bench, durability, one), rawOne);
    figures.push(
      figure(
        `SQLite ${size}: append 1 per call`,
        'k events/s',
        single.ours,
        single.raw,
        full ? '≥ 0.9' : '≥ 0.8',
        single.ratio,
      ),
    );
    const wide = await interleaved(bench.rounds, () => ours64(bench, durability, list), rawOne);
    const goal = full ? '≥ 8' : '≥ 2.2';
    const name = `SQLite ${size}: 64 concurrent appends (raw one by one)`;
    figures.push(figure(name, 'k events/s', wide.ours, wide.raw, goal, wide.ratio));
  }
  const batched = await interleaved(
    bench.rounds,
    () => oursBatched(bench, list),
    () => rawBatched(bench, lines),
  );
  const { ours, raw, ratio } = batched;
  figures.push(figure('SQLite FULL: batches of 100', 'k events/s', ours, raw, '≥ 0.7', ratio));
  return figures;
}

async function oursOne(
  bench: Bench,
  durability: Durability,
  list: readonly DraftEvent[],
): Promise<number> {
  const store = await openSqlite(bench.path('one.letopis'), { durability });
  const speed = await thousandsPerSecond(list.length, async () => {
    for (const [index, draft] of list.entries()) {
      const { learner, revision } = placeOf(index, STREAMS);
      await store.append(streamOf(learner), [encoded(draft, store)], revision - 1);
    }
  });
  await store.close();
  return speed;
}

async function ours64(
  bench: Bench,
  durability: Durability,
  list: readonly DraftEvent[],
): Promise<number> {
  const store = await openSqlite(bench.path('wide.letopis'), { durability });
  const speed = await thousandsPerSecond(list.length, async () => {
    for (let from = 0; from < list.length; from += 64) {
      await Promise.all(
        list.slice(from, from + 64).map((draft, i) => {
          const { learner, revision } = placeOf(from + i, STREAMS);
          return store.append(streamOf(learner), [encoded(draft, store)], revision - 1);
        }),
      );
    }
  });
  await store.close();
  return speed;
}

async function oursBatched(bench: Bench, list: readonly DraftEvent[]): Promise<number> {
  const store = await openSqlite(bench.path('batch.letopis'), { durability: 'full' });
  const speed = await thousandsPerSecond(list.length, async () => {
    for (let from = 0; from < list.length; from += 100) {
      const items = list.slice(from, from + 100).map((draft) => encoded(draft, store));
      const { learner, revision } = placeOf(from / 100, 100);
      await store.append(streamOf(learner), items, revision * 100 - 1);
    }
  });
  await store.close();
  return speed;
}

async function rawAppend(
  bench: Bench,
  durability: Durability,
  lines: readonly string[],
): Promise<number> {
  const log = openRaw(bench.path('raw.sqlite'), durability === 'full' ? 'FULL' : 'NORMAL');
  const speed = await thousandsPerSecond(lines.length, () => {
    for (const [index, line] of lines.entries()) insertAt(log, index, line);
  });
  log.close();
  return speed;
}

async function rawBatched(bench: Bench, lines: readonly string[]): Promise<number> {
  const log = openRaw(bench.path('raw.sqlite'), 'FULL');
  const speed = await thousandsPerSecond(lines.length, () => {
    for (let from = 0; from < lines.length; from += 100) {
      inTransaction(log, () => {
        for (const [i, line] of lines.slice(from, from + 100).entries()) {
          insertAt(log, from + i, line);
        }
      });
    }
  });
  log.close();
  return speed;
}

function insertAt(log: RawLog, index: number, line: string): void {
  const { learner, revision } = placeOf(index, STREAMS);
  log.insert(learner + 1, revision, line);
}

/** Fills a raw log and a log of the store with the same number of events. */
export async function filledPair(
  bench: Bench,
  count: number,
  streams: number,
): Promise<{ readonly ours: string; readonly raw: string }> {
  const ours = bench.path('filled.letopis');
  const store = await openSqlite(ours, { durability: 'normal' });
  await fill(store, count, streams);
  const raw = bench.path('filled.sqlite');
  const log = openRaw(raw, 'NORMAL');
  const keys = new Map<string, number>();
  for await (const { lines } of store.readAll('')) {
    inTransaction(log, () => {
      for (const { line } of lines) {
        const { stream, revision } = JSON.parse(line) as { stream: string; revision: number };
        if (!keys.has(stream)) keys.set(stream, keys.size + 1);
        log.insert(keys.get(stream) ?? 0, revision, line);
      }
    });
  }
  log.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  log.close();
  await store.close();
  return { ours, raw };
}

/** Loads of one stream, a read of the whole log, bytes on disk, and time to open. */
export async function sqliteReadFigures(bench: Bench): Promise<readonly Figure[]> {
  const count = bench.quick ? 100_000 : 1_000_000;
  const streams = count / 20;
  const files = await filledPair(bench, count, streams);
  const loads = bench.quick ? 4_000 : 20_000;
  const store = await openSqlite(files.ours);
  const raw = openRaw(files.raw, 'FULL');
  const someLearner = (index: number): number => (index * 7919) % streams;
  let seen = 0;
  const load = await interleaved(
    bench.rounds,
    () =>
      thousandsPerSecond(loads, async () => {
        for (let index = 0; index < loads; index += 1) {
          for await (const page of store.readStream(streamOf(someLearner(index)))) {
            for (const stored of page) seen += benchCodec.decode(stored).revision;
          }
        }
      }),
    () =>
      thousandsPerSecond(loads, () => {
        for (let index = 0; index < loads; index += 1) {
          for (const [, line] of raw.load(someLearner(index) + 1)) {
            seen += (JSON.parse(line) as { revision: number }).revision;
          }
        }
      }),
  );
  const whole = await interleaved(
    3,
    () =>
      thousandsPerSecond(count, async () => {
        for await (const page of store.readAll('')) {
          for (const stored of page.lines) seen += benchCodec.decode(stored).revision;
        }
      }),
    () =>
      thousandsPerSecond(count, () => {
        for (let after = 0, page = raw.page(after, 1000); page.length > 0;) {
          for (const [, line] of page) seen += (JSON.parse(line) as { revision: number }).revision;
          after = page.at(-1)?.[0] ?? after;
          page = raw.page(after, 1000);
        }
      }),
  );
  const json = raw.db.prepare('SELECT sum(length(CAST(line AS BLOB))) AS n FROM events').get();
  const jsonBytes = Number(json?.['n']) / count;
  raw.close();
  await store.close();
  const opened = await milliseconds(async () => (await openSqlite(files.ours)).close());
  const diskBytes = statSync(files.ours).size / count;
  if (seen === 0) throw new Error('nothing was read');
  return [
    ...speedFigures(load, whole),
    figure(
      `SQLite: bytes on disk per event, against its JSON`,
      'bytes',
      diskBytes,
      jsonBytes,
      '≤ 1.35',
    ),
    figure(
      `SQLite: open and close a store of ${count.toLocaleString('en')} events`,
      'ms',
      opened,
      null,
      '≤ 20 ms',
    ),
  ];
}

type Pair = Awaited<ReturnType<typeof interleaved>>;

function speedFigures(load: Pair, whole: Pair): readonly Figure[] {
  return [
    figure(
      'SQLite: load of 20 events, decoded',
      'k loads/s',
      load.ours,
      load.raw,
      '≥ 0.75',
      load.ratio,
    ),
    figure('SQLite: whole log decoded', 'k events/s', whole.ours, whole.raw, '≥ 0.8', whole.ratio),
  ];
}
