import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore, ViewStore } from '@letopis/core';
import { eventStoreContract, viewStoreContract } from '@letopis/core/testing';
import { openSqlite, openSqliteViews } from '@letopis/store-sqlite';
import { describe, it } from 'vitest';

/** A file in a directory of its own, and all that was opened over it. */
async function freshFile<Store extends { close(): Promise<void> }>(
  open: (path: string) => Promise<Store>,
) {
  const directory = await mkdtemp(join(tmpdir(), 'letopis-contract-'));
  const opened: Store[] = [];
  const openOne = async (again: (path: string) => Promise<Store>): Promise<Store> => {
    const store = await again(join(directory, 'file.letopis'));
    opened.push(store);
    return store;
  };
  const closeAll = async (): Promise<void> => {
    for (const store of opened.splice(0)) await store.close();
  };
  return {
    store: await openOne(open),
    second: openOne,
    reopen: async () => {
      await closeAll();
      return openOne(open);
    },
    cleanup: async () => {
      await closeAll();
      await rm(directory, { recursive: true });
    },
  };
}

eventStoreContract({
  describe,
  it,
  name: 'store-sqlite',
  open: async ({ ports }) => {
    const file = await freshFile<EventStore>((path) => openSqlite(path, { ports }));
    const second = (others: typeof ports): Promise<EventStore> =>
      file.second((path) => openSqlite(path, { ports: others }));
    return { ...file, second };
  },
});

viewStoreContract({
  describe,
  it,
  name: 'store-sqlite',
  open: async () => {
    const { store, second, ...file } = await freshFile<ViewStore>((path) => openSqliteViews(path));
    return { ...file, views: store, second: () => second((path) => openSqliteViews(path)) };
  },
});
