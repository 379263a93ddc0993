import type { EventStoreDBClient } from '@eventstore/db-client';
import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import type { ClientSource, EventStoreClient } from '@letopis/store-eventstore';
import { describe, expectTypeOf, it } from 'vitest';

// Types only: nothing of either client is loaded here. `pnpm typecheck` is what these tests fail.

describe('the type of a client', () => {
  it('takes EventStoreDBClient as it is, and a function that makes one', () => {
    expectTypeOf<EventStoreDBClient>().toExtend<EventStoreClient>();
    expectTypeOf<() => EventStoreDBClient>().toExtend<ClientSource>();
  });

  it('takes KurrentDBClient as it is, and a function that makes one', () => {
    expectTypeOf<KurrentDBClient>().toExtend<EventStoreClient>();
    expectTypeOf<() => KurrentDBClient>().toExtend<ClientSource>();
  });

  it('takes nothing that lacks a call of theirs', () => {
    expectTypeOf<Omit<EventStoreDBClient, 'dispose'>>().not.toExtend<EventStoreClient>();
    expectTypeOf<Omit<KurrentDBClient, 'subscribeToAll'>>().not.toExtend<EventStoreClient>();
    expectTypeOf<() => object>().not.toExtend<ClientSource>();
  });
});
