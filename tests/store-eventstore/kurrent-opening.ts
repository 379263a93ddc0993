import { KurrentDBClient } from '@kurrent/kurrentdb-client';
import type { EventStore } from '@letopis/core';
import type { EventStoreOptions } from '@letopis/store-eventstore';
import { openEventStore } from '@letopis/store-eventstore';

// Nothing that this imports, and nothing beside which it is imported, may load the other client.

/**
 * The server's address as this client wants it: of `esdb:` it warns, and its first read waits for
 * one `discoveryInterval`, which is half a second unless told otherwise.
 */
function addressOf(url: string): string {
  const address = url.replace(/^esdb/, 'kurrentdb');
  return `${address}${address.includes('?') ? '&' : '?'}discoveryInterval=10`;
}

/** A store with clients of its own. */
export const openAt = (url: string, options: EventStoreOptions = {}): Promise<EventStore> =>
  openEventStore(() => KurrentDBClient.connectionString(addressOf(url)), options);
