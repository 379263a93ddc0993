import { LetopisError } from './errors.ts';
import type { AppendItem } from './event-store.ts';
import type { NewEvent } from './event.ts';
import { groundOf, isStreamName } from './event.ts';
import { findNonJson, jsonCopy, utf8Bytes } from './json.ts';
import type { LineParts } from './line.ts';
import { LINE_BYTES_MAX, lineParts } from './line.ts';
import { EVENTS_PER_APPEND_MAX, isUuid } from './uuid.ts';

/**
 * Most bytes of one append: lines, what lies beside them, metadata, and {@link EVENT_EXTRA_BYTES}
 * for each event. It is what servers take in one write by default.
 */
export const APPEND_BYTES_MAX = 1_048_576;
/** Counted for each event: a server's own bytes about it (its type twice, the wrapping). */
export const EVENT_EXTRA_BYTES = 192;

/** An event that has passed every check and only needs its place. */
export interface PreparedItem {
  readonly id: string;
  /** A copy of the event that no caller can change; null where the store did not ask for copies. */
  readonly event: NewEvent | null;
  readonly parts: LineParts;
  /** JSON texts of what lies beside and of the metadata; null where there is none. */
  readonly beside: string | null;
  readonly metadata: string | null;
}

/**
 * Checks an append before any I/O and writes the parts of its lines. Every store calls it first, so
 * that all of them refuse the same things in the same words.
 *
 * Throws `invalid-append`; `fields.reason` is one of `stream-name`, `expected-revision`, `empty`,
 * `too-many-events`, `event-id`, `repeated-id`, `field`, `not-json`, `line-too-long`, `too-large`.
 *
 * @param keeps true: give each item a copy of its event, which no caller can change later.
 */
export function prepareAppend(
  stream: string,
  items: readonly AppendItem[],
  expectedRevision: number,
  keeps = false,
): readonly PreparedItem[] {
  checkFrame(stream, items, expectedRevision);
  const seen = items.length === 1 ? null : new Set<string>();
  let bound = 0;
  const prepared = items.map((item, index) => {
    const event = keeps ? keptEvent(item.event, index) : item.event;
    if (!keeps) checkEvent(event, index);
    if (seen?.has(event.id)) {
      throw invalid('repeated-id', `event ${index} repeats the id ${event.id}`, { index });
    }
    seen?.add(event.id);
    const parts = lineParts(stream, event);
    const beside = jsonOrNull(item.beside, index, 'beside');
    const metadata = jsonOrNull(item.metadata, index, 'metadata');
    const bytes = boundedBytes(parts, expectedRevision + 1 + index);
    if (bytes > LINE_BYTES_MAX) {
      const say = `event ${index} makes a line of ${bytes} bytes; the most is ${LINE_BYTES_MAX}`;
      throw invalid('line-too-long', `${say}: keep large content outside, by its hash`, {
        index,
        bytes,
      });
    }
    bound += bytes + EVENT_EXTRA_BYTES + 3 * ((beside?.length ?? 0) + (metadata?.length ?? 0));
    return { id: event.id, event: keeps ? event : null, parts, beside, metadata };
  });
  if (bound > APPEND_BYTES_MAX) checkWhole(prepared, expectedRevision);
  return prepared;
}

/** The exact sum, for the few appends whose upper bound is over the limit. */
function checkWhole(prepared: readonly PreparedItem[], expected: number): void {
  const total = prepared.reduce((sum, { parts, beside, metadata }, index) => {
    const line = lineBytes(parts, expected + 1 + index);
    const extras = utf8Bytes(beside ?? '') + utf8Bytes(metadata ?? '') + EVENT_EXTRA_BYTES;
    return sum + line + extras;
  }, 0);
  if (total > APPEND_BYTES_MAX) {
    throw invalid(
      'too-large',
      `the append counts ${total} bytes; the most is ${APPEND_BYTES_MAX}: split it`,
    );
  }
}

function checkFrame(stream: string, items: readonly AppendItem[], expected: number): void {
  if (!isStreamName(stream)) {
    throw invalid('stream-name', `${JSON.stringify(stream)} is no stream name: <org>.<kind>-<key>`);
  }
  if (!Number.isSafeInteger(expected) || expected < -1) {
    throw invalid('expected-revision', `${expected} is no revision: −1 (no stream yet), 0, 1, …`);
  }
  if (!Array.isArray(items) || items.length === 0) {
    throw invalid('empty', 'there is nothing to append');
  }
  if (items.length > EVENTS_PER_APPEND_MAX) {
    const say = `${items.length} events in one append; the most is ${EVENTS_PER_APPEND_MAX}`;
    throw invalid('too-many-events', say);
  }
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TYPE = /^[A-Za-z][A-Za-z0-9]{0,63}$/;
const DIGEST = /^[0-9a-f]{32}$/;

/**
 * The first field with a value that it cannot have, or null. Written without loops: it runs for
 * every event.
 */
function wrongField(event: NewEvent): keyof NewEvent | null {
  if (typeof event.type !== 'string' || !TYPE.test(event.type)) return 'type';
  if (!Number.isSafeInteger(event.schema) || event.schema < 1) return 'schema';
  if (typeof event.occurredOn !== 'string' || !DAY.test(event.occurredOn)) return 'occurredOn';
  if (!isText(event.actor) || event.actor === '') return 'actor';
  if (event.onBehalfOf !== null && !isText(event.onBehalfOf)) return 'onBehalfOf';
  if (!isGround(event.ground)) return 'ground';
  if (!isUuid(event.commandId)) return 'commandId';
  const digest: unknown = event.commandDigest;
  if (typeof digest !== 'string' || !DIGEST.test(digest)) return 'commandDigest';
  if (event.causationId !== null && !isUuid(event.causationId)) return 'causationId';
  return null;
}

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.isWellFormed();

function isGround(ground: unknown): boolean {
  if (ground === null) return true;
  if (typeof ground !== 'object') return false;
  const { kind, number, date, retroactive } = ground as Record<string, unknown>;
  const textOrNull = (value: unknown): boolean => value === null || isText(value);
  const reason = retroactive === undefined || isText(retroactive);
  return isText(kind) && textOrNull(number) && textOrNull(date) && reason;
}

const PLAIN_PARTS = ['refs', 'data', 'sealed'] as const;

function checkEvent(event: NewEvent, index: number): void {
  checkFields(event, index);
  for (const part of PLAIN_PARTS) {
    const value: unknown = event[part];
    const bad = value === null && part !== 'data' ? null : notPlain(value);
    if (bad !== null) throw notJson(index, part, bad);
  }
}

/** A copy of an event that has passed every check; each of its properties is read once. */
function keptEvent(given: NewEvent, index: number): NewEvent {
  const { id, type, schema, occurredOn, actor, onBehalfOf, commandId, commandDigest } = given;
  const { causationId, ground: paper, refs, data, sealed } = given;
  const isPaper = typeof paper === 'object' && paper !== null;
  const ground = isPaper ? groundOf(paper) : paper;
  const event: NewEvent = {
    id,
    type,
    schema,
    occurredOn,
    actor,
    onBehalfOf,
    ground,
    commandId,
    commandDigest,
    causationId,
    refs,
    data,
    sealed,
  };
  checkFields(event, index);
  return {
    ...event,
    refs: refs === null ? null : keptPart<NonNullable<NewEvent['refs']>>(refs, index, 'refs'),
    data: keptPart<NewEvent['data']>(data, index, 'data'),
    sealed:
      sealed === null ? null : keptPart<NonNullable<NewEvent['sealed']>>(sealed, index, 'sealed'),
  };
}

function keptPart<Part>(value: Part, index: number, part: string): Part {
  const copy = typeof value === 'object' && !Array.isArray(value) ? jsonCopy(value) : undefined;
  // The copy has the same fields and types as the event that it was made of.
  if (copy !== undefined && copy !== null) return copy as Part;
  throw notJson(index, part, notPlain(value) ?? '');
}

function checkFields(event: NewEvent, index: number): void {
  if (!isUuid(event.id)) {
    throw invalid('event-id', `event ${index} has the id ${JSON.stringify(event.id)}: no UUID`);
  }
  const field = wrongField(event);
  if (field === null) return;
  const value = String(JSON.stringify(event[field]));
  throw invalid('field', `event ${index}: ${field} cannot be ${value}`, { index, field });
}

function notJson(index: number, part: string, below: string): LetopisError {
  const path = `events.${index}.${part}${below}`;
  return invalid('not-json', `${path} is not plain JSON`, { index, path });
}

/** Where a value is no plain JSON object, as a path below it; null if it is one. */
function notPlain(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return '';
  return findNonJson(value, '');
}

function jsonOrNull(value: unknown, index: number, name: string): string | null {
  if (value === undefined || value === null) return null;
  const bad = notPlain(value);
  if (bad === null) return JSON.stringify(value);
  throw notJson(index, name, bad);
}

/** An upper bound of the line's bytes; the exact number where the bound is over the limit. */
function boundedBytes(parts: LineParts, revision: number): number {
  // No UTF-16 unit takes more than three bytes.
  const bound = 3 * (parts.head.length + parts.middle.length + parts.tail.length) + ALLOCATED_MAX;
  return bound > LINE_BYTES_MAX ? lineBytes(parts, revision) : bound;
}

const ALLOCATED_MAX = 200;

/** Exact length of the line to come: what the store adds has a known length. */
function lineBytes(parts: LineParts, revision: number): number {
  const link = revision === 0 ? 4 : 46;
  const allocated =
    String(revision).length + ',"prev":'.length + link + ',"salt":"'.length + 24 + 24;
  return utf8Bytes(parts.head) + utf8Bytes(parts.middle) + utf8Bytes(parts.tail) + allocated;
}

function invalid(
  reason: string,
  message: string,
  fields: Readonly<Record<string, unknown>> = {},
): LetopisError {
  return new LetopisError('invalid-append', message, { reason, ...fields });
}
