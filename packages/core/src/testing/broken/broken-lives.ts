import { isLetopisError } from '../../kernel/errors.ts';
import type { EventStore, FollowPage, StoredLine } from '../../kernel/event-store.ts';
import type { BrokenStore } from './wrapper.ts';
import { altered, alteredLines } from './wrapper.ts';

/** Stores that follow, empty, restore or close wrongly. */
export const brokenLives: readonly BrokenStore<EventStore>[] = [
  {
    fault: 'loses what is appended while a follower catches up',
    caughtBy: 'loses and repeats nothing that is appended at any step of catching up',
    wrap: (store) =>
      altered(store, {
        async *follow(after, options) {
          for await (const page of store.readAll(after, options)) {
            yield { ...page, caughtUp: false };
          }
          yield* store.follow(await store.head(), options);
        },
      }),
  },
  {
    fault: 'repeats the last event of a page in the next',
    caughtBy: 'gives what is there, and then what comes',
    wrap: (store) =>
      altered(store, {
        async *follow(after, options) {
          let last: readonly StoredLine[] = [];
          for await (const page of store.follow(after, options)) {
            yield { ...page, lines: [...last, ...page.lines] } satisfies FollowPage;
            last = page.lines.slice(-1);
          }
        },
      }),
  },
  {
    fault: 'says that it has caught up on every page',
    caughtBy: 'does not say that it has caught up while pages are left',
    wrap: (store) =>
      altered(store, {
        async *follow(after, options) {
          for await (const page of store.follow(after, options)) yield { ...page, caughtUp: true };
        },
      }),
  },
  {
    fault: 'follows without its filter',
    caughtBy: 'filters by type and prefix, and moves scannedTo past the rest',
    wrap: (store) =>
      altered(store, {
        follow: (after, options = {}) => store.follow(after, { ...options, types: null }),
      }),
  },
  {
    fault: 'is not woken by an append',
    caughtBy: 'is woken by an append of the same instance long before its poll',
    wrap: (store) =>
      altered(store, {
        async *follow(after, options = {}) {
          const { pollMs = 250, ...rest } = options;
          for await (const page of store.follow(after, { ...rest, pollMs: 1 })) {
            yield page;
            // It sleeps for its whole poll interval, whatever is appended meanwhile.
            if (page.caughtUp) await asleep(store, pollMs, options.signal);
          }
        },
      }),
  },
  {
    fault: 'empties without leaving a mark',
    caughtBy: 'is emptied for good, with a mark, and the line stays',
    wrap: (store) =>
      alteredLines(store, (stored) =>
        stored.beside === 'emptied' ? { ...stored, beside: null } : stored,
      ),
  },
  {
    fault: 'empties nothing',
    caughtBy: 'is emptied for good, with a mark, and the line stays',
    wrap: (store) => altered(store, { emptyBeside: async () => undefined }),
  },
  {
    fault: 'empties what it finds and passes over unknown events',
    caughtBy: 'refuses an event that the stream does not hold, and empties none',
    wrap: (store) =>
      altered(store, {
        emptyBeside: async (stream, ids) => {
          for (const id of ids) await store.emptyBeside(stream, [id]).catch(() => undefined);
        },
      }),
  },
  {
    fault: 'keeps the log’s id through a restore',
    caughtBy: 'gives the log a new id',
    wrap: (store) => {
      const first = store.logId();
      first.catch(() => undefined);
      return altered(store, { logId: () => first });
    },
  },
  {
    fault: 'passes over lines that do not fit in a restore',
    caughtBy: 'refuses a log that holds another line',
    wrap: (store) =>
      altered(store, {
        restore: async (pages) => {
          try {
            return await store.restore(pages);
          } catch (error) {
            if (isLetopisError(error)) return 0;
            throw error;
          }
        },
      }),
  },
  {
    fault: 'restores the lines and forgets what lies beside them',
    caughtBy: 'fills an empty log with the very same lines, and what lies beside them',
    wrap: (store) =>
      altered(store, {
        restore: async (pages) => {
          const bare = async function* () {
            for await (const page of pages) yield page.map((one) => ({ ...one, beside: null }));
          };
          return store.restore(bare());
        },
      }),
  },
  {
    fault: 'goes on after close',
    caughtBy: 'makes every later call throw store-closed',
    wrap: (store) => altered(store, { close: async () => undefined }),
  },
];

/** Waits in small steps, so that an aborted follower ends soon. */
async function asleep(store: EventStore, ms: number, signal?: AbortSignal): Promise<void> {
  for (let slept = 0; slept < ms; slept += 20) {
    if (signal?.aborted === true) return;
    await store.ports.wait(20);
  }
}
