import type { DraftEvent } from '@letopis/core/kernel';
import type { StoredLine } from '@letopis/core/store';
import { openMemory } from '@letopis/store-memory';
import type { Figure } from './figure.ts';
import { figure } from './figure.ts';
import { interleaved, thousandsPerSecond } from './measure.ts';
import { benchCodec, encoded, fill, markDraft, placeOf, streamOf } from './sample.ts';
import type { Bench } from './workspace.ts';

const STREAMS = 1000;

/** Appends and loads of the memory store. */
export async function memoryFigures(bench: Bench): Promise<readonly Figure[]> {
  const count = bench.quick ? 20_000 : 60_000;
  const drafts = Array.from({ length: count }, (_, index) => {
    const { learner, revision } = placeOf(index, STREAMS);
    return markDraft(learner, revision);
  });
  return [
    await appendOne(bench, drafts),
    await appendConcurrent(bench, drafts),
    await appendMany(bench, drafts),
    await loadTwenty(bench),
    await bytesAnEvent(bench),
  ];
}

async function appendOne(bench: Bench, drafts: readonly DraftEvent[]): Promise<Figure> {
  const pair = await interleaved(
    bench.rounds,
    () => {
      const store = openMemory();
      return thousandsPerSecond(drafts.length, async () => {
        for (const [index, draft] of drafts.entries()) {
          const { learner, revision } = placeOf(index, STREAMS);
          await store.append(streamOf(learner), [encoded(draft, store)], revision - 1);
        }
      });
    },
    () => textFloor(drafts),
  );
  const name = `memory: append 1 per call, ${STREAMS} streams`;
  return figure(name, 'k events/s', pair.ours, pair.raw, '≥ 0.5', pair.ratio);
}

/** The raw limit: the event's JSON text into an array and a map of streams, without any check. */
async function textFloor(drafts: readonly DraftEvent[]): Promise<number> {
  const log: string[] = [];
  const streams = new Map<string, number[]>();
  return thousandsPerSecond(drafts.length, async () => {
    for (const [index, draft] of drafts.entries()) {
      const { learner, revision } = placeOf(index, STREAMS);
      const stream = streamOf(learner);
      const event = { id: index, stream, revision, recordedAt: '2025-09-01T00:00:00.000Z' };
      log.push(JSON.stringify({ ...event, ...draft }));
      const known = streams.get(stream);
      if (known === undefined) streams.set(stream, [index]);
      else known.push(index);
      await Promise.resolve();
    }
  });
}

async function appendConcurrent(bench: Bench, drafts: readonly DraftEvent[]): Promise<Figure> {
  const pair = await interleaved(
    bench.rounds,
    () => {
      const store = openMemory();
      return thousandsPerSecond(drafts.length, async () => {
        for (let from = 0; from < drafts.length; from += 64) {
          const some = drafts.slice(from, from + 64);
          await Promise.all(
            some.map((draft, i) => {
              const { learner, revision } = placeOf(from + i, STREAMS);
              return store.append(streamOf(learner), [encoded(draft, store)], revision - 1);
            }),
          );
        }
      });
    },
    () => textFloor(drafts),
  );
  return figure(
    'memory: append 64 concurrent',
    'k events/s',
    pair.ours,
    pair.raw,
    null,
    pair.ratio,
  );
}

async function appendMany(bench: Bench, drafts: readonly DraftEvent[]): Promise<Figure> {
  const pair = await interleaved(
    bench.rounds,
    () => {
      const store = openMemory();
      return thousandsPerSecond(drafts.length, async () => {
        for (let from = 0; from < drafts.length; from += 100) {
          const items = drafts.slice(from, from + 100).map((draft) => encoded(draft, store));
          const batch = from / 100;
          const { learner, revision } = placeOf(batch, 100);
          await store.append(streamOf(learner), items, revision * 100 - 1);
        }
      });
    },
    () => textFloor(drafts),
  );
  return figure('memory: batches of 100', 'k events/s', pair.ours, pair.raw, null, pair.ratio);
}

async function loadTwenty(bench: Bench): Promise<Figure> {
  const loads = bench.quick ? 20_000 : 100_000;
  const store = openMemory();
  await fill(store, STREAMS * 20, STREAMS);
  const frozen = new Map<string, readonly unknown[]>();
  for (let learner = 0; learner < STREAMS; learner += 1) {
    const events: unknown[] = [];
    for await (const page of store.readStream(streamOf(learner))) {
      for (const stored of page) events.push(benchCodec.decode(stored));
    }
    frozen.set(streamOf(learner), events);
  }
  const names = [...frozen.keys()];
  let seen = 0;
  const pair = await interleaved(
    bench.rounds,
    () =>
      thousandsPerSecond(loads, async () => {
        for (let load = 0; load < loads; load += 1) {
          for await (const page of store.readStream(names[load % STREAMS] ?? '')) {
            for (const stored of page) seen += benchCodec.decode(stored).revision;
          }
        }
      }),
    // The raw limit: an array of frozen events, copied for each reader.
    () =>
      thousandsPerSecond(loads, async () => {
        for (let load = 0; load < loads; load += 1) {
          const events = frozen.get(names[load % STREAMS] ?? '') ?? [];
          for (const event of events.slice()) seen += (event as { revision: number }).revision;
          await Promise.resolve();
        }
      }),
  );
  if (seen === 0) throw new Error('nothing was loaded');
  const name = 'memory: load of 20 events, decoded';
  return figure(name, 'k loads/s', pair.ours, pair.raw, '≥ 0.3', pair.ratio);
}

async function bytesAnEvent(bench: Bench): Promise<Figure> {
  const count = bench.quick ? 20_000 : 100_000;
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const store = openMemory();
  await fill(store, count, STREAMS);
  globalThis.gc?.();
  const bytes = (process.memoryUsage().heapUsed - before) / count;
  let json = 0;
  for await (const page of store.readAll('')) {
    json += page.lines.reduce((sum, stored: StoredLine) => sum + stored.line.length, 0);
  }
  return figure('memory: bytes per stored event', 'bytes', bytes, json / count, null);
}
