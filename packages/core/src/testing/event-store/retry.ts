import { refuses, same } from '../suite/expectation.ts';
import type { EventStoreBench, EventStoreConcern } from './bench.ts';
import { logLines, sampleItem, sampleItems, sampleStream } from './sample.ts';

const stream = sampleStream('a');

/** Appends five events in two batches; gives the second answer. */
async function fiveEvents({
  store,
  time,
}: EventStoreBench): ReturnType<EventStoreBench['store']['append']> {
  await store.append(stream, sampleItems(0, 2), -1);
  time.advance(1000);
  return store.append(stream, sampleItems(2, 3), 1);
}

/** Runs an attempt that must not change the log. */
async function changesNothing(
  { store }: EventStoreBench,
  attempt: () => Promise<void>,
): Promise<void> {
  const before = await logLines(store);
  await attempt();
  same(await logLines(store), before, 'the log after the attempt');
}

/** Repetition: the same batch sent again gets its first result and is stored once. */
export const retrying: EventStoreConcern = {
  name: 'retry of the same batch',
  cases: {
    'gives the first result, with the first time': async (bench) => {
      const first = await fiveEvents(bench);
      bench.time.advance(60_000);
      await changesNothing(bench, async () => {
        same(await bench.store.append(stream, sampleItems(2, 3), 1), first, 'the second answer');
      });
    },
    'gives the first result of the first batch of a stream': async (bench) => {
      const first = await bench.store.append(stream, sampleItems(0, 2), -1);
      bench.time.advance(60_000);
      await changesNothing(bench, async () => {
        same(await bench.store.append(stream, sampleItems(0, 2), -1), first, 'the second answer');
      });
    },
    'gives the first result also after later appends': async (bench) => {
      const first = await fiveEvents(bench);
      await bench.store.append(stream, sampleItems(20, 2), 4);
      await bench.store.append(sampleStream('b'), sampleItems(30, 2), -1);
      bench.time.advance(60_000);
      await changesNothing(bench, async () => {
        same(await bench.store.append(stream, sampleItems(2, 3), 1), first, 'the second answer');
      });
    },
    'compares ids only: other contents under the same ids get the first result': async (bench) => {
      const first = await fiveEvents(bench);
      const other = [2, 3, 4].map((n) => sampleItem(n, { other: true }));
      await changesNothing(bench, async () => {
        same(await bench.store.append(stream, other, 1), first, 'the answer');
      });
    },
    'gives one answer to the same batch sent many times at once': async ({ store }) => {
      const answers = await Promise.all(
        [1, 2, 3, 4].map(() => store.append(stream, sampleItems(0, 3), -1)),
      );
      for (const answer of answers) same(answer, answers[0], 'one of the answers');
      same((await logLines(store)).length, 3, 'lines that stand');
    },
    'meets a conflict when only the beginning stands': async (bench) => {
      await fiveEvents(bench);
      await changesNothing(bench, async () => {
        const longer = sampleItems(2, 4);
        await refuses(() => bench.store.append(stream, longer, 1), 'conflict', { actual: 4 });
      });
    },
    'gives the first result for a shorter batch that stands': async (bench) => {
      const first = await fiveEvents(bench);
      await changesNothing(bench, async () => {
        const answer = await bench.store.append(stream, sampleItems(2, 2), 1);
        same(answer, { stream, events: first.events.slice(0, 2) }, 'the answer');
      });
    },
    'meets a conflict when one id of the batch is another': async (bench) => {
      await fiveEvents(bench);
      for (const ids of [
        [9, 3, 4],
        [2, 9, 4],
        [2, 3, 9],
        [3, 2, 4],
      ]) {
        await changesNothing(bench, async () => {
          const batch = ids.map((n) => sampleItem(n));
          await refuses(() => bench.store.append(stream, batch, 1), 'conflict', { actual: 4 });
        });
      }
    },
    'meets a conflict when the batch stands at another revision': async (bench) => {
      await fiveEvents(bench);
      for (const expected of [-1, 0, 2, 3, 9]) {
        await changesNothing(bench, async () => {
          const again = sampleItems(2, 3);
          const fields = { expected, actual: 4 };
          await refuses(() => bench.store.append(stream, again, expected), 'conflict', fields);
        });
      }
    },
    'meets a conflict when the batch stands in another stream': async (bench) => {
      const other = sampleStream('b');
      await fiveEvents(bench);
      await bench.store.append(other, sampleItems(50, 2), -1);
      await changesNothing(bench, async () => {
        const batch = sampleItems(0, 2);
        await refuses(() => bench.store.append(other, batch, -1), 'conflict', { actual: 1 });
      });
    },
    'is known again after reopening': async (bench) => {
      const first = await fiveEvents(bench);
      const again = await bench.reopen();
      same(await again.append(stream, sampleItems(2, 3), 1), first, 'the answer after reopening');
    },
  },
};
