import { refuses, same } from '../suite/expectation.ts';
import type { EventStoreConcern } from './bench.ts';
import { sampleId, sampleItems, sampleStream, streamLines } from './sample.ts';

const stream = sampleStream('a');

async function drain(pages: () => AsyncIterable<unknown>): Promise<void> {
  for await (const _ of pages()) return;
}

/** Closing: what a closed store does, and what becomes of calls under way. */
export const closing: EventStoreConcern = {
  name: 'close',
  cases: {
    'makes every later call throw store-closed': async ({ store }) => {
      await store.append(stream, sampleItems(0, 2), -1);
      await store.close();
      const calls: readonly (() => Promise<unknown>)[] = [
        () => store.append(stream, sampleItems(2, 1), 1),
        () => drain(() => store.readStream(stream)),
        () => drain(() => store.readStream(stream, { direction: 'backward' })),
        () => drain(() => store.readAll('')),
        () => drain(() => store.follow('')),
        () => store.head(),
        () => store.positionAt('2026-09-01T00:00:00.000Z'),
        () => store.logId(),
        () => store.restore([]),
        () => store.emptyBeside(stream, [sampleId(0)]),
      ];
      for (const call of calls) await refuses(call, 'store-closed');
    },
    'may be called twice': async ({ store }) => {
      await store.close();
      await store.close();
    },
    'waits for the appends under way': async ({ store, reopen }) => {
      const pending = [0, 1, 2].map((n) =>
        store.append(sampleStream(n), sampleItems(n * 10, 2), -1),
      );
      const closed = store.close();
      const settled = await Promise.allSettled(pending);
      await closed;
      const again = await reopen();
      for (const [n, one] of settled.entries()) {
        const lines = await streamLines(again, sampleStream(n));
        same(
          lines.length,
          one.status === 'fulfilled' ? 2 : 0,
          `lines of append ${n}, ${one.status}`,
        );
      }
    },
    'keeps the log and its id': async ({ store, reopen }) => {
      await store.append(stream, sampleItems(0, 3), -1);
      const [lines, id, head] = [
        await streamLines(store, stream),
        await store.logId(),
        await store.head(),
      ];
      const again = await reopen();
      same(await streamLines(again, stream), lines, 'the stream');
      same(await again.logId(), id, 'the log’s id');
      same(await again.head(), head, 'the head');
    },
    'ends a follower that waits': async ({ store }) => {
      await store.append(stream, sampleItems(0, 1), -1);
      const ended = (async () => {
        let pages = 0;
        for await (const _ of store.follow('', { pollMs: 20 })) {
          pages += 1;
          if (pages === 1) void store.close();
        }
      })();
      // The store may end it quietly or with store-closed; it must not hang.
      await ended.catch((error: unknown) =>
        refuses(() => Promise.reject(error as Error), 'store-closed'),
      );
    },
  },
};
