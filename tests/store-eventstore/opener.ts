import { randomBytes } from 'node:crypto';
import type { EventStore, Ports } from '@letopis/core';
import type { OpenEventStore } from '@letopis/core/testing';
import type { EventStoreOptions } from '@letopis/store-eventstore';

// Imports no client: two of them in one process break each other.

/** A namespace of the server that no other test, and no other run, uses. */
export const freshNamespace = (): string => `t_${randomBytes(8).toString('hex')}`;

/** Opens a new, empty log on a server for every test; it assumes nothing else about the server. */
export function openerBy(
  openStore: (options: EventStoreOptions) => Promise<EventStore>,
): OpenEventStore {
  return async ({ ports }) => {
    const namespace = freshNamespace();
    const opened: EventStore[] = [];
    const open = async (given: Partial<Ports>): Promise<EventStore> => {
      const store = await openStore({ namespace, ports: given, pollMs: 20 });
      opened.push(store);
      return store;
    };
    const closeAll = async (): Promise<void> => {
      await Promise.all(opened.splice(0).map((store) => store.close()));
    };
    return {
      store: await open(ports),
      second: open,
      reopen: async () => {
        await closeAll();
        return open(ports);
      },
      cleanup: closeAll,
    };
  };
}

/** Tests of the contract that this store cannot pass, and why. */
export const skips = [
  {
    reason: 'the server keeps metadata for good: erasure is by key (tested on its own)',
    tests: ['what lies beside a line', 'keeps emptied what was emptied in the log since'],
  },
  {
    reason: 'a writer knows the newest time that it has seen, not what others write meanwhile',
    tests: ['never record a time earlier than the other’s newest'],
  },
];
