/** A record as the server stores it: bytes, a place in its stream, and one in the log. */
export interface ServerRecord {
  readonly stream: string;
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
  /** From 0 on, dense; a tombstone's is 2^63 − 1. */
  readonly revision: bigint;
  /** Commit and prepare position, which are one number for records written today. */
  readonly position: bigint;
  readonly createdMs: number;
}

/** An event that a client asks to append. */
export type ProposedRecord = Pick<
  ServerRecord,
  'id' | 'type' | 'contentType' | 'data' | 'metadata'
>;

/** The revision that an append expects of its stream. */
export type ExpectedRevision = number | 'any' | 'no_stream' | 'stream_exists';

/** The revision of the record that deletes a stream for good. */
export const TOMBSTONE_REVISION = 2n ** 63n - 1n;

/** A JSON event that the server writes by itself. */
export function systemRecord(type: string, json: string, serial: number): ProposedRecord {
  const id = `00000000-0000-4000-8000-${serial.toString(16).padStart(12, '0')}`;
  const data = new TextEncoder().encode(json);
  return { id, type, contentType: 'application/json', data, metadata: new Uint8Array() };
}
