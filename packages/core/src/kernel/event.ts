import type { JsonObject } from './json.ts';

/** The ground of a fact: which paper it rests on. It never holds personal data. */
export interface Ground {
  /** What the paper is: `order`, `protocol`, `application`, … */
  readonly kind: string;
  readonly number: string | null;
  /** Its calendar day, `YYYY-MM-DD`. */
  readonly date: string | null;
  /** Why the paper may be later than what it orders; absent: it is not. RK 1.5. */
  readonly retroactive?: string | undefined;
}

/** A ground with exactly the fields that a line has, in the line's order. */
export function groundOf({ kind, number, date, retroactive }: Ground): Ground {
  const paper = { kind, number, date };
  return retroactive === undefined ? paper : { ...paper, retroactive };
}

/** The ids of what the fact concerns, by kind: sorted and unique; only kinds that occur. */
export type Refs = Readonly<Partial<Record<RefKind, readonly string[]>>>;

/** The kinds of id by which projections find their facts. */
export const REF_KINDS = [
  'learner',
  'enrollment',
  'programme',
  'group',
  'module',
  'official',
  'journal',
  'file',
  'transfer',
  'commendation',
  'import',
  'commission',
  'work',
  'achievement',
  'credit',
  'register',
  'document',
  'blank',
  'act',
  'disclosure',
  'printout',
  'carrier',
] as const;
/** A kind of id in {@link Refs}. */
export type RefKind = (typeof REF_KINDS)[number];

/** The line's commitment to one personal value that lies beside it. */
export interface SealedField {
  /** Id of the key that the value is encrypted under; null while it lies in clear. */
  readonly key: string | null;
  /** Base64 of SHA-256 over event id, path, nonce and what lies beside, each with its length. */
  readonly hash: string;
}

/** What lies beside a line, by path: it may be emptied without breaking the line. */
export interface BesideField {
  /** Base64 of 16 random bytes. */
  readonly nonce: string;
  /** The value's JSON text in clear, or base64 of its ciphertext. */
  readonly value: string;
}
/** What lies beside a line, by the path of the personal field. */
export type Beside = Readonly<Record<string, BesideField>>;

/** An event as a store takes it: all but what the store itself allocates. */
export interface NewEvent {
  readonly id: string;
  readonly type: string;
  readonly schema: number;
  readonly occurredOn: string;
  readonly actor: string;
  readonly onBehalfOf: string | null;
  readonly ground: Ground | null;
  readonly commandId: string;
  readonly commandDigest: string;
  readonly causationId: string | null;
  readonly refs: Refs | null;
  readonly data: JsonObject;
  readonly sealed: Readonly<Record<string, SealedField>> | null;
}

/** The fields of a stored line, in the order in which they are written. */
export interface LineFields extends NewEvent {
  readonly v: number;
  readonly stream: string;
  /** Dense, from 0. */
  readonly revision: number;
  /** Base64 of the hash of the line before it in the stream; null at revision 0. */
  readonly prev: string | null;
  /** Base64 of 16 random bytes, so that a line's hash cannot be guessed from its content. */
  readonly salt: string;
  /**
   * Instant with milliseconds and `Z`; never earlier than that of the event before it in the
   * stream.
   */
  readonly recordedAt: string;
}

/** A decoded event, as decisions and projections see it. */
export interface RecordedEvent<Type extends string = string, Data = unknown> {
  readonly id: string;
  readonly type: Type;
  /** The version in which it was stored; `data` always has the newest shape. */
  readonly schemaVersion: number;
  readonly stream: string;
  readonly revision: number;
  /** Opaque; plain string order is log order. */
  readonly position: string;
  /** The calendar day from which the fact holds. */
  readonly occurredOn: string;
  readonly recordedAt: string;
  readonly actor: string;
  readonly onBehalfOf: string | null;
  readonly ground: Ground | null;
  readonly commandId: string;
  readonly commandDigest: string;
  readonly causationId: string | null;
  readonly refs: Refs;
  readonly data: Data;
}

/**
 * The part of an event that questions over facts use: what happened, on which day, with which data.
 */
export type FactOf<E extends RecordedEvent> = E extends RecordedEvent
  ? Pick<E, 'type' | 'occurredOn' | 'data'>
  : never;

/** What a decision returns: the fact, before it has an id, an actor and a position. */
export interface DraftEvent<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly occurredOn: string;
  readonly refs: Refs;
  readonly data: Data;
  /** The paper that this one fact rests on, where it is not the command's. */
  readonly ground?: Ground | null;
}

const STREAM = /^[a-z0-9]{1,24}\.[a-z0-9]{1,24}-[A-Za-z0-9_-]{1,48}(?:\.[A-Za-z0-9_-]{1,48})*$/;

/** Longest stream name, in characters. */
export const STREAM_NAME_MAX = 200;

/** Is this a stream name: `<org>.<kind>-<key>`, at most 200 characters? */
export function isStreamName(name: unknown): name is string {
  return typeof name === 'string' && name.length <= STREAM_NAME_MAX && STREAM.test(name);
}

/**
 * The name of a stream. A key is made of ids joined by dots; it never holds personal data.
 * @example
 * streamName('academy', 'journal', 'm-1', 'safety', '2026'); // =>
 * 'academy.journal-m-1.safety.2026'
 */
export function streamName(organisation: string, kind: string, ...key: readonly string[]): string {
  return `${organisation}.${kind}-${key.join('.')}`;
}

/** The ids in a stream's key: `academy.enrollment-l-1.p.2` → `['l-1', 'p', '2']`. */
export function streamKey(stream: string): readonly string[] {
  const dash = stream.indexOf('-');
  return stream.slice(dash + 1).split('.');
}

/** Refs in their stored form: ids sorted and unique, kinds in plain string order, none empty. */
export function sortedRefs(refs: Refs): Refs | null {
  const sorted: Partial<Record<RefKind, readonly string[]>> = {};
  let some = false;
  for (const kind of KINDS_IN_ORDER) {
    const ids = refs[kind];
    if (ids === undefined || ids.length === 0) continue;
    sorted[kind] = ids.length === 1 ? ids : [...new Set(ids)].toSorted();
    some = true;
  }
  return some ? sorted : null;
}

const KINDS_IN_ORDER: readonly RefKind[] = REF_KINDS.toSorted();
