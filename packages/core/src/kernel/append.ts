import type { AppendItem } from './event-store.ts';
import type { NewEvent } from './event.ts';
import type { LineParts } from './line.ts';
import { LetopisError } from './errors.ts';
import { isStreamName } from './event.ts';
import { findNonJson, utf8Bytes } from './json.ts';
import { LINE_BYTES_MAX, lineParts } from './line.ts';
import { EVENTS_PER_APPEND_MAX, isUuid } from './uuid.ts';

/** Most bytes of one append: lines, what lies beside them, and metadata together. */
export const APPEND_BYTES_MAX = 1_048_576;

/** An event that has passed every check and only needs its place. */
export interface PreparedItem {
  readonly id: string;
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
 */
export function prepareAppend(
  stream: string,
  items: readonly AppendItem[],
  expectedRevision: number,
): readonly PreparedItem[] {
  checkFrame(stream, items, expectedRevision);
  const seen = new Set<string>();
  let total = 0;
  return items.map((item, index) => {
    const { event } = item;
    checkEvent(event, index);
    if (seen.has(event.id)) {
      throw invalid('repeated-id', `event ${index} repeats the id ${event.id}`, { index });
    }
    seen.add(event.id);
    const parts = lineParts(stream, event);
    const beside = jsonOrNull(item.beside, `events.${index}.beside`);
    const metadata = jsonOrNull(item.metadata, `events.${index}.metadata`);
    const bytes = lineBytes(parts, expectedRevision + 1 + index);
    if (bytes > LINE_BYTES_MAX) {
      const say = `event ${index} makes a line of ${bytes} bytes; the most is ${LINE_BYTES_MAX}`;
      throw invalid('line-too-long', `${say}: keep large content outside, by its hash`, {
        index,
        bytes,
      });
    }
    total += bytes + utf8Bytes(beside ?? '') + utf8Bytes(metadata ?? '');
    if (total > APPEND_BYTES_MAX) {
      throw invalid('too-large', `the append is over ${APPEND_BYTES_MAX} bytes: split it`);
    }
    return { id: event.id, parts, beside, metadata };
  });
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

const FIELD_CHECKS: readonly (readonly [keyof NewEvent, (value: unknown) => boolean])[] = [
  ['type', (v) => typeof v === 'string' && TYPE.test(v)],
  ['schema', (v) => Number.isSafeInteger(v) && (v as number) >= 1],
  ['occurredOn', (v) => typeof v === 'string' && DAY.test(v)],
  ['actor', (v) => typeof v === 'string' && v.length > 0 && v.isWellFormed()],
  ['onBehalfOf', (v) => v === null || (typeof v === 'string' && v.isWellFormed())],
  ['ground', isGround],
  ['commandId', isUuid],
  ['commandDigest', (v) => typeof v === 'string' && DIGEST.test(v)],
  ['causationId', (v) => v === null || isUuid(v)],
];

function isGround(ground: unknown): boolean {
  if (ground === null) return true;
  if (typeof ground !== 'object') return false;
  const { kind, number, date } = ground as Record<string, unknown>;
  const text = (v: unknown): boolean => v === null || (typeof v === 'string' && v.isWellFormed());
  return typeof kind === 'string' && kind.isWellFormed() && text(number) && text(date);
}

function checkEvent(event: NewEvent, index: number): void {
  if (!isUuid(event.id)) {
    throw invalid('event-id', `event ${index} has the id ${JSON.stringify(event.id)}: no UUID`);
  }
  for (const [field, holds] of FIELD_CHECKS) {
    if (!holds(event[field])) {
      const value = String(JSON.stringify(event[field]));
      throw invalid('field', `event ${index}: ${field} cannot be ${value}`, { index, field });
    }
  }
  for (const field of ['refs', 'data', 'sealed'] as const) {
    const value: unknown = event[field];
    const empty = value === null && field !== 'data';
    const bad = empty ? null : notPlainObject(value, `events.${index}.${field}`);
    if (bad !== null) throw invalid('not-json', `${bad} is not plain JSON`, { index, path: bad });
  }
}

function notPlainObject(value: unknown, path: string): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return path;
  return findNonJson(value, path);
}

function jsonOrNull(value: unknown, path: string): string | null {
  if (value === undefined || value === null) return null;
  const bad = notPlainObject(value, path);
  if (bad !== null) throw invalid('not-json', `${bad} is not plain JSON`, { path: bad });
  return JSON.stringify(value);
}

/** Exact length of the line to come: what the store adds has a known length. */
function lineBytes(parts: LineParts, revision: number): number {
  const link = revision === 0 ? 4 : 46;
  const allocated = String(revision).length + ',"prev":'.length + link + ',"salt":"'.length + 24 + 24;
  return utf8Bytes(parts.head) + utf8Bytes(parts.middle) + utf8Bytes(parts.tail) + allocated;
}

function invalid(
  reason: string,
  message: string,
  fields: Readonly<Record<string, unknown>> = {},
): LetopisError {
  return new LetopisError('invalid-append', message, { reason, ...fields });
}
