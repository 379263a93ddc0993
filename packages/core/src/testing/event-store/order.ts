import { START } from '../../kernel/event-store.ts';
import { holds, same } from '../suite/expectation.ts';
import type { EventStoreConcern } from './bench.ts';
import {
  logLines,
  numbersOf,
  sampleItem,
  sampleItems,
  sampleStream,
  streamLines,
} from './sample.ts';

/** Order: the log is one sequence, and plain string order of positions is its order. */
export const order: EventStoreConcern = {
  name: 'order',
  cases: {
    'keeps the order of appends in each stream and in the log': async ({ store }) => {
      for (let n = 0; n < 12; n += 1) {
        await store.append(
          sampleStream('zyx'[n % 3] ?? ''),
          [sampleItem(n)],
          Math.floor(n / 3) - 1,
        );
      }
      same(numbersOf(await logLines(store)), [...Array(12).keys()], 'the log');
      same(numbersOf(await streamLines(store, sampleStream('y'))), [1, 4, 7, 10], 'one stream');
    },
    'has positions whose plain order is log order': async ({ store }) => {
      await store.append(sampleStream('a'), sampleItems(0, 120), -1);
      await store.append(sampleStream('b'), sampleItems(200, 5), -1);
      await store.append(sampleStream('a'), sampleItems(300, 5), 119);
      const positions = (await logLines(store)).map((one) => one.position);
      same(positions.toSorted(), positions, 'positions, sorted as plain strings');
      same(new Set(positions).size, 130, 'different positions');
      holds((positions[0] ?? '') > START, 'the first position comes after the start');
      same(await store.head(), positions.at(-1), 'the head');
    },
    'keeps a batch together': async ({ store }) => {
      await Promise.all(
        [...Array(10).keys()].map((n) =>
          store.append(sampleStream(n), sampleItems(n * 100, 10), -1),
        ),
      );
      const numbers = numbersOf(await logLines(store));
      for (let at = 0; at < 100; at += 10) {
        const first = numbers[at] ?? -1;
        same(
          numbers.slice(at, at + 10),
          [...Array(10).keys()].map((i) => first + i),
          'one batch in the log',
        );
      }
    },
    'has stable positions: every way of reading names the same': async ({ store }) => {
      const { events } = await store.append(sampleStream('a'), sampleItems(0, 4), -1);
      const positions = events.map((event) => event.position);
      const inStream = (await streamLines(store, sampleStream('a'))).map((one) => one.position);
      const inLog = (await logLines(store, START, { pageSize: 3 })).map((one) => one.position);
      same(inStream, positions, 'positions in the stream');
      same(inLog, positions, 'positions in the log');
    },
    'shows an appended event to every read that begins after the answer': async ({ store }) => {
      for (let n = 0; n < 20; n += 1) {
        const { events } = await store.append(sampleStream('a'), [sampleItem(n)], n - 1);
        same(await store.head(), events[0]?.position, 'the head');
        same((await streamLines(store, sampleStream('a'))).length, n + 1, 'lines in the stream');
        same((await logLines(store)).length, n + 1, 'lines in the log');
      }
    },
  },
};
