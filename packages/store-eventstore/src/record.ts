import type { Ports } from '@letopis/core';
import { LetopisError } from '@letopis/core';
import type { Beside, JsonObject, LineFields, StoredLine } from '@letopis/core/store';
import { isStreamName } from '@letopis/core/store';
import type { ClientEvent, ClientItem, ClientRecord } from './client.ts';
import { itemPosition } from './position.ts';

/** A line that was read, with its digest. */
export interface ReadLine {
  readonly stored: StoredLine;
  readonly fields: LineFields;
  /** SHA-256 of the line as `lineHash` computes it, in hexadecimal digits. */
  readonly digest: string;
}

/**
 * The server's event id: a UUID of version 8 (RFC 9562 §5.8) made of the first 16 bytes of the
 * line's hash. The server therefore treats a repetition as equal only if its bytes are.
 *
 * @param digest of the line, in hexadecimal digits.
 */
export function serverId(digest: string): string {
  // Written without loops, because every line that is read is compared with it.
  const variant = ((Number.parseInt(digest.charAt(16), 16) & 0x3) | 0x8).toString(16);
  const [a, b, c] = [digest.slice(0, 8), digest.slice(8, 12), digest.slice(13, 16)];
  return `${a}-${b}-8${c}-${variant}${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
}

/** The next line's `prev`. */
export const hashOf = ({ digest }: ReadLine): string =>
  Buffer.from(digest, 'hex').toString('base64');

/**
 * A line as the server's event. The client writes JSON itself, so it is given the line's fields:
 * the canonical form of a line guarantees that it writes the same bytes. The event's metadata is
 * what lies beside the line and the metadata; there is none where both are null.
 *
 * @param fields fields that nobody else can change.
 */
export function clientEvent(
  fields: LineFields,
  hash: string,
  beside: Beside | 'emptied' | null,
  metadata: JsonObject | null,
): ClientEvent {
  return {
    id: serverId(Buffer.from(hash, 'base64').toString('hex')),
    type: fields.type,
    contentType: 'application/json',
    data: fields,
    metadata: beside === null && metadata === null ? undefined : { beside, metadata },
  };
}

/**
 * Reads a server's event back as a line. Throws `corrupt` where it is not the line of that place,
 * or not the very bytes that its id was made of.
 *
 * @param position of the item, where the caller knows it already.
 */
export function readLine(
  item: ClientItem,
  namespace: string,
  hash: Ports['hash'],
  position = itemPosition(item),
): ReadLine {
  const event = item.event as ClientRecord;
  const { data, revision } = event;
  const stream = event.streamId.slice(namespace.length + 1);
  if (!isStreamName(stream) || typeof data !== 'object' || data === null) {
    throw corrupt(`${stream}@${revision}`, 'is no line of Letopis');
  }
  const line = JSON.stringify(data);
  const fields = data as LineFields;
  const digest = hash(`\0${line}`, 'hex');
  if (serverId(digest) !== event.id) {
    throw corrupt(`${stream}@${revision}`, 'is not what its id was made of');
  }
  if (fields.stream !== stream || fields.revision !== Number(revision)) {
    throw corrupt(`${stream}@${revision}`, `was written for ${fields.stream}@${fields.revision}`);
  }
  const { beside, metadata } = extrasOf(event);
  return { stored: { position, line, beside, metadata }, fields, digest };
}

const NONE = { beside: null, metadata: null };

function extrasOf(event: ClientRecord): Pick<StoredLine, 'beside' | 'metadata'> {
  const { metadata: extras, streamId, revision } = event;
  if (extras === undefined || extras === null) return NONE;
  if (typeof extras === 'object' && 'beside' in extras && 'metadata' in extras) {
    return extras as Pick<StoredLine, 'beside' | 'metadata'>;
  }
  throw corrupt(`${streamId}@${revision}`, 'has metadata that Letopis did not write');
}

/** Makes the error `corrupt` for the event at a place. */
export function corrupt(at: string, what: string): LetopisError {
  return new LetopisError('corrupt', `the event at ${at} ${what}`, { at });
}
