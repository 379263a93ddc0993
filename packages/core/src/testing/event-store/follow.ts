import type { EventStore, Position } from '../../kernel/event-store.ts';
import { START } from '../../kernel/event-store.ts';
import { holds, same } from '../suite/expectation.ts';
import type { EventStoreConcern } from './bench.ts';
import {
  FOLLOW_GUARD_MS,
  followUntil,
  logLines,
  numbersOf,
  sampleItem,
  sampleItems,
  sampleStream,
} from './sample.ts';

const stream = sampleStream('a');
const range = (count: number): number[] => [...Array(count).keys()];

/** Follows until the n-th sample event has come; gives the numbers of all that came, in order. */
async function upTo(
  store: EventStore,
  last: number,
  options: { readonly pageSize?: number; readonly after?: Position } = {},
  onPage: (step: number) => Promise<void> = async () => undefined,
): Promise<readonly number[]> {
  const seen: number[] = [];
  let step = 0;
  const { after = START, ...rest } = options;
  await followUntil(store, after, rest, async (page) => {
    seen.push(...numbersOf(page.lines));
    await onPage(step);
    step += 1;
    return seen.includes(last);
  });
  return seen;
}

/** Following: every event once, in order, from any position, until the signal is aborted. */
export const following: EventStoreConcern = {
  name: 'follow',
  cases: {
    'gives what is there, and then what comes': async ({ store }) => {
      await store.append(stream, sampleItems(0, 3), -1);
      let next = 3;
      const seen = await upTo(store, 6, {}, async () => {
        if (next < 7) await store.append(stream, [sampleItem(next)], next - 1);
        next += 1;
      });
      same(seen, range(7), 'events that came');
    },
    'loses and repeats nothing that is appended at any step of catching up': async ({ store }) => {
      const pages = 5;
      for (let at = 0; at < pages; at += 1) {
        const name = sampleStream(`s${at}`);
        const base = 1000 * (at + 1);
        const after = await store.head();
        await store.append(name, sampleItems(base, 10), -1);
        const seen = await upTo(store, base + 12, { pageSize: 2, after }, async (step) => {
          if (step === at) await store.append(name, sampleItems(base + 10, 1), 9);
          if (step === at + 1) await store.append(name, sampleItems(base + 11, 2), 10);
        });
        same(
          seen,
          range(13).map((n) => base + n),
          `events that came; appended at step ${at}`,
        );
      }
    },
    'loses and repeats nothing under a writer that does not wait for it': async ({ store }) => {
      const writing = (async () => {
        for (let n = 0; n < 60; n += 1) await store.append(stream, [sampleItem(n)], n - 1);
      })();
      const seen = await upTo(store, 59, { pageSize: 3 });
      await writing;
      same(seen, range(60), 'events that came');
    },
    'goes on without loss from the scannedTo of any page at which it was dropped': async ({
      store,
    }) => {
      await store.append(stream, sampleItems(0, 9), -1);
      for (const pageSize of [1, 2, 4, 9, 50]) {
        for (let drop = 0; drop < Math.ceil(9 / pageSize); drop += 1) {
          const seen: number[] = [];
          let after = START;
          let step = 0;
          const controller = new AbortController();
          for await (const page of store.follow(START, { pageSize, signal: controller.signal })) {
            seen.push(...numbersOf(page.lines));
            after = page.scannedTo;
            if (step === drop) controller.abort();
            step += 1;
          }
          same(step, drop + 1, 'pages before the drop');
          if (!seen.includes(8)) seen.push(...(await upTo(store, 8, { pageSize, after })));
          same(seen, range(9), `events that came; pages of ${pageSize}, dropped at ${drop}`);
        }
      }
    },
    'says when it has caught up, first of all on an empty log': async ({ store }) => {
      const flags: (readonly [number, boolean])[] = [];
      await followUntil(store, START, { pageSize: 2 }, async (page) => {
        flags.push([page.lines.length, page.caughtUp]);
        if (flags.length === 1) await store.append(stream, sampleItems(0, 3), -1);
        return numbersOf(page.lines).includes(2);
      });
      same(flags[0], [0, true], 'the first page, on an empty log');
      same(flags.at(-1)?.[1], true, 'the page with the last event is caught up');
    },
    'does not say that it has caught up while pages are left': async ({ store }) => {
      await store.append(stream, sampleItems(0, 7), -1);
      const flags: boolean[] = [];
      await followUntil(store, START, { pageSize: 2 }, (page) => {
        flags.push(page.caughtUp);
        return page.caughtUp;
      });
      same(flags, [false, false, false, true], 'caughtUp of the four pages');
    },
    'filters by type and prefix, and moves scannedTo past the rest': async ({ store }) => {
      const other = sampleStream('a', 'other');
      for (let n = 0; n < 12; n += 1) {
        const name = n % 2 === 0 ? stream : other;
        const type = n % 3 === 0 ? 'Wanted' : 'Unwanted';
        await store.append(name, [sampleItem(n, {}, { type })], Math.floor(n / 2) - 1);
      }
      const seen: number[] = [];
      let scannedTo = START;
      const filter = { types: ['Wanted'], streamPrefix: 'academy.', pageSize: 1 };
      await followUntil(store, START, filter, (page) => {
        seen.push(...numbersOf(page.lines));
        ({ scannedTo } = page);
        return page.caughtUp;
      });
      same(seen, [0, 6], 'wanted events of academy');
      same(scannedTo, await store.head(), 'how far it came');
    },
    'starts after the position that it is given': async ({ store }) => {
      await store.append(stream, sampleItems(0, 5), -1);
      const third = (await logLines(store))[2]?.position ?? '';
      same(await upTo(store, 4, { after: third, pageSize: 2 }), [3, 4], 'events after the third');
    },
    'ends when its signal is aborted while it waits': async ({ store }) => {
      const controller = new AbortController();
      let pages = 0;
      for await (const page of store.follow(START, { signal: controller.signal, pollMs: 60_000 })) {
        holds(page.caughtUp, 'the one page');
        pages += 1;
        queueMicrotask(() => controller.abort());
      }
      same(pages, 1, 'pages of a follower that was aborted while it waited');
    },
    'gives nothing when its signal is aborted before': async ({ store }) => {
      await store.append(stream, sampleItems(0, 3), -1);
      for await (const _ of store.follow(START, { signal: AbortSignal.abort() })) {
        holds(false, 'a page came');
      }
    },
    'is woken by an append of the same instance long before its poll': async ({ store }) => {
      const signal = AbortSignal.timeout(FOLLOW_GUARD_MS);
      const seen: number[] = [];
      for await (const page of store.follow(START, { signal, pollMs: 60_000 })) {
        seen.push(...numbersOf(page.lines));
        if (seen.length >= 3) break;
        void store.append(stream, [sampleItem(seen.length)], seen.length - 1);
      }
      same(seen, [0, 1, 2], 'events that came');
    },
    'serves several followers, each at its own pace': async ({ store }) => {
      await store.append(stream, sampleItems(0, 6), -1);
      const readers = [1, 2, 5].map((pageSize) => upTo(store, 9, { pageSize }));
      await store.append(stream, sampleItems(6, 4), 5);
      for (const seen of await Promise.all(readers))
        same(seen, range(10), 'events of one follower');
    },
    'lets go when it is left early, so that the store can close': async ({ store }) => {
      await store.append(stream, sampleItems(0, 6), -1);
      for (let n = 0; n < 10; n += 1) {
        for await (const _ of store.follow(START, { pageSize: 2 })) break;
      }
      await store.append(stream, sampleItems(6, 1), 5);
      await store.close();
    },
  },
};
