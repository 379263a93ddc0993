import { KurrentDBClient } from '@kurrent/kurrentdb-client';
import type { EventStore } from '@letopis/core';
import type { EventStoreOptions } from '@letopis/store-eventstore';
import { openEventStore } from '@letopis/store-eventstore';

// Neither this file's imports nor the modules beside it may load the other client.

/**
 * The server's address in the form of this client: it warns of `esdb:`, and its first read waits
 * for one `discoveryInterval`, which is half a second by default.
 */
function addressOf(url: string): string {
  const address = url.replace(/^esdb/, 'kurrentdb');
  return `${address}${address.includes('?') ? '&' : '?'}discoveryInterval=10`;
}

/** A store that makes its own clients. */
export const openAt = (url: string, options: EventStoreOptions = {}): Promise<EventStore> =>
  openEventStore(() => KurrentDBClient.connectionString(addressOf(url)), options);
