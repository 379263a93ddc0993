import { LetopisError } from './errors.ts';
import type { LineFields, NewEvent } from './event.ts';
import { groundOf } from './event.ts';
import type { Ports } from './ports.ts';
import { base64 } from './ports.ts';

/** Version of the line's format. Frozen: logs hold lines of just this form. */
export const LINE_VERSION = 1;
/** Longest line, in UTF-8 bytes (the entry bundles of transparency logs count in 16 bits). */
export const LINE_BYTES_MAX = 65_535;

/**
 * The parts of a line that are known before its place in the stream is, so that the store's
 * critical section only has to join them with revision, `prev`, salt and `recordedAt`.
 */
export interface LineParts {
  readonly head: string;
  readonly middle: string;
  readonly tail: string;
}

/** Writes all fields but those that the store allocates; field order is the format. */
export function lineParts(stream: string, event: NewEvent): LineParts {
  const { actor, onBehalfOf, ground, commandId, commandDigest, causationId } = event;
  const { refs, data, sealed } = event;
  const paper = ground === null ? null : groundOf(ground);
  const rest = {
    actor,
    onBehalfOf,
    ground: paper,
    commandId,
    commandDigest,
    causationId,
    refs,
    data,
    sealed,
  };
  return {
    head:
      `{"v":${LINE_VERSION},"id":"${event.id}","type":"${event.type}",` +
      `"schema":${event.schema},"stream":"${stream}","revision":`,
    middle: `","occurredOn":"${event.occurredOn}","recordedAt":"`,
    tail: `",${JSON.stringify(rest).slice(1)}`,
  };
}

/** Joins the parts of a line with what the store allocates. */
export function joinLine(
  parts: LineParts,
  revision: number,
  prev: string | null,
  salt: string,
  recordedAt: string,
): string {
  const link = prev === null ? 'null' : `"${prev}"`;
  const { head, middle, tail } = parts;
  return `${head}${revision},"prev":${link},"salt":"${salt}${middle}${recordedAt}${tail}`;
}

/**
 * The same line as a value, for stores whose client writes the JSON itself: `JSON.stringify` of it
 * is the line, byte by byte.
 *
 * @param event one that nobody can change, such as the copy that {@link prepareAppend} makes.
 */
export function lineFields(stream: string, event: NewEvent, line: ChainedLine): LineFields {
  return {
    v: LINE_VERSION,
    id: event.id,
    type: event.type,
    schema: event.schema,
    stream,
    revision: line.revision,
    prev: line.prev,
    salt: line.salt,
    occurredOn: event.occurredOn,
    recordedAt: line.recordedAt,
    actor: event.actor,
    onBehalfOf: event.onBehalfOf,
    ground: event.ground,
    commandId: event.commandId,
    commandDigest: event.commandDigest,
    causationId: event.causationId,
    refs: event.refs,
    data: event.data,
    sealed: event.sealed,
  };
}

/** Base64 of SHA-256(0x00 ‖ line): the RFC 6962 leaf hash, which is also the next line's `prev`. */
export function lineHash(line: string, hash: Ports['hash']): string {
  return hash(`\0${line}`, 'base64');
}

/** The event id of a line, without parsing it: the id is at a fixed place. */
export function lineEventId(line: string): string {
  return line.slice(13, 49);
}

/** The `recordedAt` of a line, without parsing it: nothing that a caller writes comes before it. */
export function lineRecordedAt(line: string): string {
  const from = line.indexOf(RECORDED_AT) + RECORDED_AT.length;
  return line.slice(from, from + 24);
}

const RECORDED_AT = '","recordedAt":"';

/**
 * Reads a line back. Throws `corrupt` where it is not JSON, or not the text that we would write.
 * The check is whole: `JSON.stringify(JSON.parse(line)) === line` refuses spaces, doubled keys and
 * odd escapes. Readers that trust their store call `JSON.parse` instead.
 */
export function parseLine(line: string, where: string): LineFields {
  let fields: LineFields;
  try {
    fields = JSON.parse(line) as LineFields;
  } catch (cause) {
    throw new LetopisError('corrupt', `the line at ${where} is not JSON`, { where }, cause);
  }
  const names = typeof fields === 'object' && fields !== null ? Object.keys(fields).join() : '';
  if (names !== FIELDS || JSON.stringify(fields) !== line) {
    throw new LetopisError('corrupt', `the line at ${where} is not in its one form`, { where });
  }
  if (fields.v !== LINE_VERSION) {
    const repair = 'read it with the Letopis that wrote it';
    throw new LetopisError('corrupt', `the line at ${where} has version ${fields.v}; ${repair}`, {
      where,
      v: fields.v,
    });
  }
  return fields;
}

const FIELDS =
  'v,id,type,schema,stream,revision,prev,salt,occurredOn,recordedAt,actor,onBehalfOf,ground,' +
  'commandId,commandDigest,causationId,refs,data,sealed';

/**
 * Where a stream ends: its last revision (−1: it has none), that line's hash and its `recordedAt`.
 */
export interface StreamHead {
  readonly revision: number;
  readonly hash: string | null;
  readonly recordedAt: string;
}

/** The head of a stream that does not exist yet. */
export const NO_STREAM: StreamHead = { revision: -1, hash: null, recordedAt: '' };

/** A line ready to be stored. */
export interface ChainedLine {
  readonly line: string;
  /** The line's own, and that of the line before. */
  readonly hash: string;
  readonly prev: string | null;
  readonly salt: string;
  readonly revision: number;
  readonly recordedAt: string;
}

/**
 * Chains a batch onto the end of its stream: gives it revisions, `prev`, salts and times. Called
 * inside the store's critical section; asks for the time and for a salt once per event.
 *
 * @param newest the newest `recordedAt` that the writer knows of. No line gets an earlier one, nor
 * one that is earlier than its stream's last.
 */
export function chainLines(
  parts: readonly LineParts[],
  head: StreamHead,
  newest: string,
  ports: Ports,
): readonly ChainedLine[] {
  let { revision, hash } = head;
  let latest = newest > head.recordedAt ? newest : head.recordedAt;
  return parts.map((part) => {
    const now = instant(ports.clock());
    if (now > latest) latest = now;
    revision += 1;
    const prev = hash;
    const salt = base64(ports.random(16));
    const line = joinLine(part, revision, prev, salt, latest);
    const own = lineHash(line, ports.hash);
    hash = own;
    return { line, hash: own, prev, salt, revision, recordedAt: latest };
  });
}

let lastMs = Number.NaN;
let lastInstant = '';

/** The text of an instant. It is remembered: many events fall into one millisecond. */
function instant(ms: number): string {
  if (ms === lastMs) return lastInstant;
  lastInstant = new Date(ms).toISOString();
  lastMs = ms;
  return lastInstant;
}
