import { EventStoreDBClient } from '@eventstore/db-client';
import type { EventStore } from '@letopis/core';
import type { OpenEventStore } from '@letopis/core/testing';
import type { EventStoreClient, EventStoreOptions } from '@letopis/store-eventstore';
import { openEventStore } from '@letopis/store-eventstore';
import { openerBy } from './opener.ts';

export { freshNamespace, skips } from './opener.ts';

/** A store that makes its own client. */
export const openAt = (url: string, options: EventStoreOptions = {}): Promise<EventStore> =>
  openEventStore(() => EventStoreDBClient.connectionString(url), options);

/** Opens a new, empty log on a server for every test; it assumes nothing else about the server. */
export const openerAt = (url: () => string): OpenEventStore =>
  openerBy((options) => openAt(url(), options));

/** For a server that has the batch call: a call with its own credentials does not use it. */
export const singleAppendsAt = (url: () => string): OpenEventStore =>
  openerBy((options) => openEventStore(() => singleAppends(url()), options));

function singleAppends(url: string): EventStoreClient {
  const client = EventStoreDBClient.connectionString(url);
  // A server without TLS ignores them.
  const credentials = { username: 'admin', password: 'changeit' };
  return {
    appendToStream: (stream, events, options) =>
      client.appendToStream(stream, events, { ...options, credentials }),
    readStream: (stream, options) => client.readStream(stream, options),
    readAll: (options) => client.readAll(options),
    subscribeToAll: (options) => client.subscribeToAll(options),
    dispose: () => client.dispose(),
  };
}
