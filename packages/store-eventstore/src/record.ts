import type { Beside, JsonObject, LineFields, Ports, StoredLine } from '@letopis/core';
import type { ClientEvent, ClientItem, ClientRecord } from './client.ts';
import { isStreamName, LetopisError } from '@letopis/core';
import { itemPosition } from './position.ts';

/** A line that was read, with what the store needs of it. */
export interface ReadLine {
  readonly stored: StoredLine;
  readonly fields: LineFields;
  /** Base64: the next line's `prev`. */
  readonly hash: string;
}

/**
 * The server's event id: a UUID of version 8 (RFC 9562 §5.8) made of the first 16 bytes of the
 * line's hash. So the server calls a repetition equal only if its bytes are.
 *
 * @param hash base64, as `lineHash` gives it.
 */
export function serverId(hash: string): string {
  const bytes = Buffer.from(hash, 'base64').subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  const [a, b, c, d] = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)];
  return `${a}-${b}-${c}-${d}-${hex.slice(20)}`;
}

/**
 * A line as the server's event. The client writes JSON itself, so it is given the parsed line: the
 * line's one form says that it will write the same bytes. What lies beside and the metadata are the
 * event's metadata; there is none where both are null.
 */
export function clientEvent(
  line: string,
  hash: string,
  beside: Beside | 'emptied' | null,
  metadata: JsonObject | null,
): ClientEvent {
  const data = JSON.parse(line) as Record<string, unknown>;
  return {
    id: serverId(hash),
    type: String(data['type']),
    contentType: 'application/json',
    data,
    metadata: beside === null && metadata === null ? undefined : { beside, metadata },
  };
}

/**
 * Reads a server's event back as a line. Throws `corrupt` where it is no line of that place, or
 * not the very bytes that its id was made of.
 */
export function readLine(item: ClientItem, namespace: string, hash: Ports['hash']): ReadLine {
  const event = item.event as ClientRecord;
  const stream = event.streamId.slice(namespace.length + 1);
  const at = `${stream}@${event.revision}`;
  const { data } = event;
  if (!isStreamName(stream) || typeof data !== 'object' || data === null) {
    throw corrupt(at, 'is no line of Letopis');
  }
  const line = JSON.stringify(data);
  const fields = data as LineFields;
  const digest = hash(`\0${line}`, 'base64');
  if (serverId(digest) !== event.id) throw corrupt(at, 'is not what its id was made of');
  if (fields.stream !== stream || BigInt(fields.revision) !== BigInt(event.revision)) {
    throw corrupt(at, `was written for ${fields.stream}@${fields.revision}`);
  }
  const { beside, metadata } = extrasOf(event.metadata, at);
  return { stored: { position: itemPosition(item), line, beside, metadata }, fields, hash: digest };
}

function extrasOf(extras: unknown, at: string): Pick<StoredLine, 'beside' | 'metadata'> {
  if (extras === undefined || extras === null) return { beside: null, metadata: null };
  if (typeof extras === 'object' && 'beside' in extras && 'metadata' in extras) {
    return extras as Pick<StoredLine, 'beside' | 'metadata'>;
  }
  throw corrupt(at, 'has metadata that Letopis did not write');
}

export function corrupt(at: string, what: string): LetopisError {
  return new LetopisError('corrupt', `the event at ${at} ${what}`, { at });
}
