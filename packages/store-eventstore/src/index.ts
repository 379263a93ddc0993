export type {
  ClientAppendResult,
  ClientEvent,
  ClientFilter,
  ClientItem,
  ClientRecord,
  ClientStream,
  EventStoreClient,
  LogPlace,
} from './client.ts';
export type { ClientSource } from './connection.ts';
export type { EventStoreOptions } from './options.ts';
export { openEventStore } from './eventstore-event-store.ts';
