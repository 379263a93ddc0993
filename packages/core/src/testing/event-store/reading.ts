import { START } from '../../kernel/event-store.ts';
import { holds, same } from '../suite/expectation.ts';
import type { EventStoreBench, EventStoreConcern } from './bench.ts';
import {
  logLines,
  logPages,
  numbersOf,
  sampleItem,
  sampleItems,
  sampleStream,
  streamLines,
} from './sample.ts';

const stream = sampleStream('a');
const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, i) => from + i);

/** 25 events in stream `a`, with one of stream `b` before each fifth. */
async function fill({ store }: EventStoreBench): Promise<void> {
  for (let n = 0; n < 25; n += 5) {
    await store.append(sampleStream('b'), [sampleItem(100 + n)], n / 5 - 1);
    await store.append(stream, sampleItems(n, 5), n - 1);
  }
}

/** Reading one stream, in pages and in both directions. */
export const readingStreams: EventStoreConcern = {
  name: 'reading a stream',
  cases: {
    'reads forward from every revision': async (bench) => {
      await fill(bench);
      for (const from of [0, 1, 7, 24, 25, 99]) {
        const lines = await streamLines(bench.store, stream, { from });
        same(numbersOf(lines), range(Math.min(from, 25), 25), `from ${from}`);
      }
    },
    'reads backward from every revision, and from the end': async (bench) => {
      await fill(bench);
      for (const from of [0, 1, 7, 24, 25, 99]) {
        const lines = await streamLines(bench.store, stream, { from, direction: 'backward' });
        same(numbersOf(lines), range(0, Math.min(from, 24) + 1).toReversed(), `back from ${from}`);
      }
      const all = await streamLines(bench.store, stream, { direction: 'backward' });
      same(numbersOf(all), range(0, 25).toReversed(), 'back from the end');
    },
    'gives full pages of the size that was asked for, in both directions': async (bench) => {
      await fill(bench);
      for (const direction of ['forward', 'backward'] as const) {
        for (const pageSize of [1, 4, 5, 24, 25, 26, 1000]) {
          const sizes: number[] = [];
          const numbers: number[] = [];
          for await (const page of bench.store.readStream(stream, { direction, pageSize })) {
            sizes.push(page.length);
            numbers.push(...numbersOf(page));
          }
          const full = Array<number>(Math.floor(25 / pageSize)).fill(pageSize);
          const rest = 25 % pageSize === 0 ? [] : [25 % pageSize];
          same(sizes, [...full, ...rest], `sizes of pages of ${pageSize}, ${direction}`);
          const expected = direction === 'forward' ? range(0, 25) : range(0, 25).toReversed();
          same(numbers, expected, `lines of pages of ${pageSize}, ${direction}`);
        }
      }
    },
    'gives no page for a stream that is not there': async ({ store }) => {
      await store.append(stream, sampleItems(0, 2), -1);
      for (const direction of ['forward', 'backward'] as const) {
        const pages = [];
        for await (const page of store.readStream(sampleStream('none'), { direction }))
          pages.push(page);
        same(pages, [], `pages, ${direction}`);
      }
    },
    'lets go of a read that ends early, so that appending and closing go on': async (bench) => {
      await fill(bench);
      const { store } = bench;
      for (let n = 0; n < 30; n += 1) {
        for await (const page of store.readStream(stream, { pageSize: 2 })) {
          holds(page.length === 2, 'a page');
          break;
        }
        const pages = store.readStream(stream, { pageSize: 2, direction: 'backward' });
        const reader = pages[Symbol.asyncIterator]();
        await reader.next();
        await reader.return?.();
      }
      await store.append(stream, [sampleItem(60)], 24);
      await store.close();
    },
    'lets go of a read whose reader throws': async (bench) => {
      await fill(bench);
      for (let n = 0; n < 5; n += 1) {
        const failing = async (): Promise<void> => {
          for await (const _ of bench.store.readStream(stream, { pageSize: 2 }))
            throw new RangeError('x');
        };
        const error: unknown = await failing().catch((thrown: unknown) => thrown);
        holds(error instanceof RangeError, 'the reader’s own error comes through');
      }
      await bench.store.append(stream, [sampleItem(60)], 24);
      await bench.store.close();
    },
    'goes on when the stream grows between two pages, without a gap': async (bench) => {
      await fill(bench);
      const numbers: number[] = [];
      let next = 25;
      for await (const page of bench.store.readStream(stream, { pageSize: 5 })) {
        numbers.push(...numbersOf(page));
        if (next < 28) await bench.store.append(stream, [sampleItem(next)], next - 1);
        next += 1;
      }
      holds(numbers.length >= 25, `only ${numbers.length} of 25 lines came`);
      same(numbers, range(0, numbers.length), 'lines that came');
    },
  },
};

/** Reading the log, in pages and through filters. */
export const readingLog: EventStoreConcern = {
  name: 'reading the log',
  cases: {
    'reads on after every position': async (bench) => {
      await fill(bench);
      const all = await logLines(bench.store);
      same(all.length, 30, 'lines in the log');
      for (const [index, { position }] of all.entries()) {
        const rest = await logLines(bench.store, position, { pageSize: 7 });
        same(rest, all.slice(index + 1), `after line ${index}`);
      }
    },
    'gives full pages, each with how far it came': async (bench) => {
      await fill(bench);
      for (const pageSize of [1, 7, 29, 30, 31]) {
        const pages = await logPages(bench.store, START, { pageSize });
        holds(
          pages.every((page) => page.lines.length <= pageSize),
          `a page has over ${pageSize}`,
        );
        same(
          pages.flatMap((page) => page.lines),
          await logLines(bench.store),
          'lines of all pages',
        );
        for (const page of pages) {
          const last = page.lines.at(-1);
          holds(
            last === undefined || page.scannedTo >= last.position,
            'scannedTo is behind the page',
          );
        }
        same(pages.at(-1)?.scannedTo, await bench.store.head(), 'how far the last page came');
      }
    },
    'gives only the types that are asked for': async ({ store }) => {
      await store.append(
        stream,
        [0, 1, 2, 3, 4, 5].map((n) => sampleItem(n, {}, { type: 'ABC'[n % 3] ?? '' })),
        -1,
      );
      const of = async (types: readonly string[] | null): Promise<readonly number[]> =>
        numbersOf(await logLines(store, START, { types, pageSize: 2 }));
      same(await of(['A']), [0, 3], 'type A');
      same(await of(['C', 'A']), [0, 2, 3, 5], 'types C and A');
      same(await of(['a']), [], 'type a: case counts');
      same(await of(null), [0, 1, 2, 3, 4, 5], 'every type');
    },
    'gives only streams whose names begin with the prefix': async ({ store }) => {
      const streams = [
        'aca.sample-1',
        'academy.sample-1',
        'academy.samples-1',
        'my.academy-1',
        'academy2.x-1',
        'b.sample-x_y',
        'b.sample-xzy',
      ];
      for (const [n, name] of streams.entries()) await store.append(name, [sampleItem(n)], -1);
      const of = async (streamPrefix: string | null): Promise<readonly number[]> =>
        numbersOf(await logLines(store, START, { streamPrefix, pageSize: 2 }));
      same(await of('academy.'), [1, 2], 'academy.');
      same(await of('academy.sample-'), [1], 'academy.sample-');
      same(await of('aca'), [0, 1, 2, 4], 'aca');
      same(await of('b.sample-x_'), [5], 'an underscore is no wildcard');
      same(await of('%'), [], 'a percent sign is no wildcard');
      same(await of('ACADEMY.'), [], 'case counts');
      same(await of(null), [0, 1, 2, 3, 4, 5, 6], 'no prefix');
    },
    'joins both filters': async ({ store }) => {
      await store.append(
        'a.sample-1',
        [sampleItem(0, {}, { type: 'A' }), sampleItem(1, {}, { type: 'B' })],
        -1,
      );
      await store.append('b.sample-1', [sampleItem(2, {}, { type: 'A' })], -1);
      const lines = await logLines(store, START, { types: ['A'], streamPrefix: 'a.' });
      same(numbersOf(lines), [0], 'type A in a.');
    },
    'says how far a filtered scan came, so that resuming there loses nothing': async ({
      store,
    }) => {
      for (let n = 0; n < 20; n += 1) {
        const type = n % 7 === 3 ? 'Rare' : 'Common';
        await store.append(
          sampleStream(n % 2),
          [sampleItem(n, {}, { type })],
          Math.floor(n / 2) - 1,
        );
      }
      for (const pageSize of [1, 2, 5]) {
        const numbers: number[] = [];
        let after = START;
        for (let round = 0; round < 40; round += 1) {
          let moved = false;
          for await (const page of store.readAll(after, { types: ['Rare'], pageSize })) {
            numbers.push(...numbersOf(page.lines));
            holds(page.scannedTo > after, 'a page goes forward');
            after = page.scannedTo;
            moved = true;
            break; // every page by a reader of its own
          }
          if (!moved) break;
        }
        same(numbers, [3, 10, 17], `rare events by pages of ${pageSize}`);
        same(after, await store.head(), 'how far the scan came');
      }
    },
    'never claims to have scanned beyond what a later read could still bring': async ({
      store,
    }) => {
      await store.append(stream, sampleItems(0, 10), -1);
      let next = 10;
      const numbers: number[] = [];
      let after = START;
      for await (const page of store.readAll(START, { pageSize: 3 })) {
        numbers.push(...numbersOf(page.lines));
        after = page.scannedTo;
        if (next < 14) await store.append(stream, [sampleItem(next)], next - 1);
        next += 1;
      }
      numbers.push(...numbersOf(await logLines(store, after)));
      same(numbers, range(0, 14), 'every event once, in order');
    },
    'lets go of a read that ends early': async (bench) => {
      await fill(bench);
      for (let n = 0; n < 30; n += 1) {
        for await (const page of bench.store.readAll(START, { pageSize: 2 })) {
          holds(page.lines.length === 2, 'a page');
          break;
        }
      }
      await bench.store.append(stream, [sampleItem(60)], 24);
      await bench.store.close();
    },
  },
};
