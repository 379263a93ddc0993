import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventStoreContract } from '@letopis/core/testing';
import { describe, it } from 'vitest';
import { openFileStore } from '../../examples/guides/file-store.ts';

eventStoreContract({
  describe,
  it,
  name: 'the store of the guide',
  open: async ({ ports }) => {
    const folder = await mkdtemp(join(tmpdir(), 'letopis-guide-'));
    const opened = () => openFileStore(join(folder, 'log'), ports);
    let store = await opened();
    return {
      store,
      reopen: async () => {
        await store.close();
        store = await opened();
        return store;
      },
      cleanup: async () => {
        await store.close();
        await rm(folder, { recursive: true });
      },
    };
  },
  skip: [
    {
      reason: 'the file belongs to one process',
      tests: [
        'two instances over one log',
        'on times, with a second writer whose clock is behind',
        'holds every expectation among writers of several instances',
      ],
    },
  ],
});
