import { isLetopisError } from '../../kernel/errors.ts';
import type { ViewStore } from '../../kernel/view-store.ts';
import type { OpenViewStore } from '../view-store/bench.ts';
import type { BrokenStore } from './wrapper.ts';

/** The same views through functions of their own, some of them replaced. */
function altered(views: ViewStore, changes: Partial<ViewStore>): ViewStore {
  return {
    generations: () => views.generations(),
    open: (name, version) => views.open(name, version),
    switchTo: (id) => views.switchTo(id),
    drop: (id) => views.drop(id),
    get: (id, key) => views.get(id, key),
    scan: (id, prefix, after, limit) => views.scan(id, prefix, after, limit),
    commit: (commit) => views.commit(commit),
    logId: () => views.logId(),
    timeMark: (instant) => views.timeMark(instant),
    close: () => views.close(),
    ...changes,
  };
}

/** The checkpoint of a generation; the start where there is no such generation. */
async function checkpointOf(views: ViewStore, id: number): Promise<string> {
  return (await views.generations()).find((one) => one.id === id)?.checkpoint ?? '';
}

/** View stores with one fault each: the suite must catch every one. */
export const brokenViewStores: readonly BrokenStore<ViewStore>[] = [
  {
    fault: 'compares no checkpoint before it sets it',
    caughtBy: 'is refused where somebody else moved the checkpoint',
    wrap: (views) =>
      altered(views, {
        commit: async (commit) => {
          const changes = commit.changes.map(async (one) => {
            return { ...one, expected: await checkpointOf(views, one.id) };
          });
          await views.commit({ ...commit, changes: await Promise.all(changes) });
        },
      }),
  },
  {
    fault: 'commits generation by generation',
    caughtBy: 'is whole or absent over several generations',
    wrap: (views) =>
      altered(views, {
        commit: async (commit) => {
          for (const one of commit.changes) await views.commit({ ...commit, changes: [one] });
        },
      }),
  },
  {
    fault: 'writes the pages though the checkpoint has moved',
    caughtBy: 'is refused where somebody else moved the checkpoint',
    wrap: (views) =>
      altered(views, {
        commit: async (commit) => {
          try {
            await views.commit(commit);
          } catch (error) {
            if (!isLetopisError(error, 'checkpoint-moved')) throw error;
            const changes = commit.changes.map(async (one) => {
              const stands = await checkpointOf(views, one.id);
              return { ...one, expected: stands, next: stands };
            });
            await views.commit({ ...commit, changes: await Promise.all(changes) });
            throw error;
          }
        },
      }),
  },
  {
    fault: 'takes commits from any log',
    caughtBy: 'is bound to the log of its first commit',
    wrap: (views) =>
      altered(views, {
        commit: async (commit) => {
          await views.commit({ ...commit, logId: (await views.logId()) ?? commit.logId });
        },
      }),
  },
  {
    fault: 'keeps the generation that was switched away from',
    caughtBy: 'goes live in place of the one of its name and version, which is dropped',
    wrap: (views) => altered(views, { switchTo: async () => undefined }),
  },
  {
    fault: 'includes the key that a scan goes on after',
    caughtBy: 'goes on after a key, also after one that is not there',
    wrap: (views) =>
      altered(views, {
        scan: async (id, prefix, after, limit) => {
          const value = after === '' ? undefined : await views.get(id, after);
          const found = await views.scan(id, prefix, after, limit);
          return value === undefined ? found : [[after, value], ...found];
        },
      }),
  },
  {
    fault: 'gives an empty page for a generation that is gone',
    caughtBy: 'that is not there is refused everywhere',
    wrap: (views) =>
      altered(views, { scan: (id, ...rest) => views.scan(id, ...rest).catch(() => []) }),
  },
  {
    fault: 'gives the time mark before the right one',
    caughtBy: 'is the latest at or before the instant',
    wrap: (views) =>
      altered(views, {
        timeMark: (instant) => views.timeMark(new Date(Date.parse(instant) - 1).toISOString()),
      }),
  },
];

/** Opens a correct view store with one fault put into it. */
export function withViewFault(open: OpenViewStore, broken: BrokenStore<ViewStore>): OpenViewStore {
  const { wrap = (views) => views } = broken;
  return async () => {
    const { views, reopen, second, cleanup } = await open();
    return {
      views: wrap(views),
      ...(reopen === undefined ? {} : { reopen: async () => wrap(await reopen()) }),
      ...(second === undefined ? {} : { second: async () => wrap(await second()) }),
      cleanup,
    };
  };
}
