import type { EventStore } from '../../kernel/event-store.ts';
import type { OpenEventStore } from '../event-store/bench.ts';
import { brokenAppends } from './broken-appends.ts';
import { brokenLives } from './broken-lives.ts';
import { brokenReads } from './broken-reads.ts';
import type { BrokenStore } from './wrapper.ts';

/** Event stores with one fault each, made from any correct one. The suite must catch every one. */
export const brokenEventStores: readonly BrokenStore<EventStore>[] = [
  ...brokenAppends,
  ...brokenReads,
  ...brokenLives,
];

/**
 * Opens a correct store with one fault put into it.
 *
 * @example
 * for (const fault of brokenEventStores) {
 *   eventStoreContract({ describe, it: collect, open: withFault(openGood, fault) });
 * }
 */
export function withFault(open: OpenEventStore, broken: BrokenStore<EventStore>): OpenEventStore {
  const { ports: breakPorts = (ports) => ports, wrap = (store) => store } = broken;
  return async ({ ports }) => {
    const opened = await open({ ports: breakPorts(ports) });
    const { store, reopen, second } = opened;
    return {
      ...opened,
      store: wrap(store),
      ...(reopen === undefined ? {} : { reopen: async () => wrap(await reopen()) }),
      ...(second === undefined
        ? {}
        : { second: async (other) => wrap(await second(breakPorts(other))) }),
    };
  };
}
