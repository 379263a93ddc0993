import type { EventStore } from '@letopis/core';
import type { AppendItem } from '@letopis/core/kernel';
import { wrapped } from '../../kernel/wrapped-store.ts';

/** A store whose appends wait for a hook; the hook may throw in their place. */
export function hookedStore(
  store: EventStore,
  before: (stream: string, items: readonly AppendItem[]) => Promise<void>,
  after: () => void = () => undefined,
): EventStore {
  return wrapped(store, {
    append: async (stream, items, expected) => {
      await before(stream, items);
      const done = await store.append(stream, items, expected);
      after();
      return done;
    },
  });
}

/**
 * Thrown where a run is killed. It is not an error of Letopis, so that nothing tries again after
 * it.
 */
export class Killed extends Error {
  override readonly name = 'Killed';
}

/** A store that kills its program at the k-th append (from 1), before or after it is written. */
export function killingStore(store: EventStore, k: number, when: 'before' | 'after'): EventStore {
  let appends = 0;
  const strike = (at: 'before' | 'after'): void => {
    if (at === 'before') appends += 1;
    if (appends >= k && at === when) throw new Killed();
  };
  return hookedStore(
    store,
    async () => strike('before'),
    () => strike('after'),
  );
}

/** A store that lets other appends go first now and then, by random numbers from a seed. */
export function dawdlingStore(store: EventStore, chance: () => number): EventStore {
  const dawdle = async (): Promise<void> => {
    for (let turns = chance() % 12; turns > 0; turns -= 1) await Promise.resolve();
  };
  return wrapped(hookedStore(store, dawdle), {
    async *readStream(...asked) {
      await dawdle();
      yield* store.readStream(...asked);
    },
  });
}
