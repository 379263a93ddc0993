import { refuses, same } from '../suite/expectation.ts';
import type { Cases } from '../suite/run-suite.ts';
import type { EventStoreBench, EventStoreConcern } from './bench.ts';
import {
  logLines,
  numbersOf,
  sampleItem,
  sampleItems,
  sampleStream,
  streamLines,
} from './sample.ts';

/** Every expected revision is tried against streams of these lengths. */
const LENGTHS = [0, 1, 2, 3] as const;
const EXPECTED = [-1, 0, 1, 2, 3, 7] as const;

function pairCase(length: number, expected: number): (bench: EventStoreBench) => Promise<void> {
  return async ({ store }) => {
    const stream = sampleStream('a');
    await store.append(sampleStream('other'), sampleItems(100, 2), -1);
    if (length > 0) await store.append(stream, sampleItems(0, length), -1);
    const attempt = store.append(stream, [sampleItem(50)], expected);
    if (expected === length - 1) {
      const { events } = await attempt;
      same(events[0]?.revision, length, 'the new revision');
    } else {
      const fields = { stream, expected, actual: length - 1 };
      await refuses(() => attempt, 'conflict', fields);
    }
    const stands =
      expected === length - 1 ? [...Array(length).keys(), 50] : [...Array(length).keys()];
    same(numbersOf(await streamLines(store, stream)), stands, 'what the stream holds');
    same(numbersOf(await logLines(store)), [100, 101, ...stands], 'what the log holds');
  };
}

function allPairs(): Cases<EventStoreBench> {
  const cases: Record<string, (bench: EventStoreBench) => Promise<void>> = {};
  for (const length of LENGTHS) {
    for (const expected of EXPECTED) {
      const taken = expected === length - 1;
      const state = length === 0 ? 'no stream' : `a stream of ${length}`;
      const title = `${taken ? 'takes' : 'refuses'} expected revision ${expected} on ${state}`;
      cases[title] = pairCase(length, expected);
    }
  }
  return cases;
}

/** The expected revision: an append at any other one is a conflict. */
export const expectedRevision: EventStoreConcern = {
  name: 'expected revision',
  cases: {
    ...allPairs(),
    'tells streams apart whose names differ in case only': async ({ store }) => {
      await store.append(sampleStream('Abc'), [sampleItem(1)], -1);
      await store.append(sampleStream('aBC'), [sampleItem(2)], -1);
      same(numbersOf(await streamLines(store, sampleStream('Abc'))), [1], 'the first stream');
      same(numbersOf(await streamLines(store, sampleStream('aBC'))), [2], 'the second stream');
    },
    'lets exactly one of many concurrent appends at one revision through': async ({ store }) => {
      const stream = sampleStream('a');
      const attempts = Array.from({ length: 8 }, (_, n) =>
        store.append(stream, sampleItems(n * 10, 3), -1),
      );
      const settled = await Promise.allSettled(attempts);
      const through = settled.filter((one) => one.status === 'fulfilled');
      same(through.length, 1, 'appends that went through');
      for (const one of settled) {
        if (one.status === 'fulfilled') continue;
        await refuses(() => Promise.reject(one.reason as Error), 'conflict', { actual: 2 });
      }
      same((await streamLines(store, stream)).length, 3, 'lines that stand');
    },
    'lets a conflict refuse only itself': async ({ store }) => {
      const good = sampleStream('good');
      const settled = await Promise.allSettled([
        store.append(good, sampleItems(0, 2), -1),
        store.append(sampleStream('bad'), sampleItems(10, 2), 4),
        store.append(good, sampleItems(20, 2), 1),
        store.append(sampleStream('bad'), sampleItems(30, 1), -1),
      ]);
      const outcomes = settled.map((one) => one.status === 'fulfilled');
      same(outcomes, [true, false, true, true], 'which appends stand');
      same(numbersOf(await streamLines(store, good)), [0, 1, 20, 21], 'the good stream');
      same(numbersOf(await streamLines(store, sampleStream('bad'))), [30], 'the other stream');
    },
  },
};
