/** A place in the server's log, as clients name it. */
export interface LogPlace {
  readonly commit: bigint;
  readonly prepare: bigint;
}

/** An event as clients take it. */
export interface ClientEvent {
  id: string;
  type: string;
  contentType: 'application/json';
  data: object;
  metadata: Record<string, unknown> | undefined;
}

/** The part of a recorded event that this store looks at. */
export interface ClientRecord {
  readonly streamId: string;
  readonly id: string;
  readonly type: string;
  readonly revision: bigint | number;
  readonly data: unknown;
  readonly metadata?: unknown;
  readonly position?: LogPlace | undefined;
}

/** What a read or a subscription yields. */
export interface ClientItem {
  readonly event?: ClientRecord | undefined;
  readonly commitPosition?: bigint | undefined;
}

/** What a client answers to an append. */
export interface ClientAppendResult {
  readonly success?: boolean;
  readonly nextExpectedRevision: bigint | number;
  readonly position?: LogPlace | undefined;
}

/** A read or a subscription: an iterable, with the method by which its client ends it. */
export interface ClientStream extends AsyncIterable<unknown> {
  cancel?(): Promise<unknown>;
  unsubscribe?(): Promise<unknown>;
}

/** A filter of a subscription to the log, by event type or by stream name. */
export interface ClientFilter {
  filterOn: 'streamName' | 'eventType';
  prefixes?: string[];
  regex?: string;
  checkpointInterval: number;
  maxSearchWindow: number;
  checkpointReached: (subscription: unknown, place: LogPlace) => void;
}

/**
 * The part of a client that this store calls. `EventStoreDBClient` of `@eventstore/db-client` and
 * `KurrentDBClient` of `@kurrent/kurrentdb-client` both have it. Neither is imported here, because
 * two of them in one process break each other. Options are sent under the names that either of them
 * uses.
 */
export interface EventStoreClient {
  // Methods, not properties: the clients' own parameter types are narrower in what they accept.
  appendToStream(
    stream: string,
    // The clients' event types are generic unions that no plain interface can name.
    events: never[],
    options?: object,
  ): Promise<ClientAppendResult>;
  readStream(stream: string, options?: object): ClientStream;
  readAll(options?: object): ClientStream;
  subscribeToAll(options?: object): ClientStream;
  dispose(): Promise<unknown>;
}
