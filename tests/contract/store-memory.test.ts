import { eventStoreContract, viewStoreContract } from '@letopis/core/testing';
import { openMemory, openMemoryViews } from '@letopis/store-memory';
import { describe, it } from 'vitest';

eventStoreContract({
  describe,
  it,
  name: 'store-memory',
  open: async ({ ports }) => {
    const store = openMemory(ports);
    return { store, cleanup: () => store.close() };
  },
  skip: [
    {
      reason: 'a log in memory belongs to one instance and ends with it',
      tests: [
        'two instances over one log',
        'on times, with a second writer whose clock is behind',
        'holds every expectation among writers of several instances',
        'is known again after reopening',
        'is unbroken after reopening',
        'remembers the newest time after reopening',
        'stays emptied after reopening',
        'waits for the appends under way',
        'keeps the log and its id',
      ],
    },
  ],
});

viewStoreContract({
  describe,
  it,
  name: 'store-memory',
  open: async () => {
    const views = openMemoryViews();
    return { views, cleanup: () => views.close() };
  },
  skip: [
    {
      reason: 'views in memory belong to one instance and end with it',
      tests: ['stands after reopening', 'is a compare-and-set between instances too'],
    },
  ],
});
