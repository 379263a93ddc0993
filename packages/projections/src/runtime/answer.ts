import type { Position } from '@letopis/core';

/**
 * What was known when: a position of the log, or an instant (ISO with `Z` or an offset), or a
 * calendar day, which means its end in the organisation's time zone.
 *
 * @example
 * const known: Known = { day: '2026-03-05', timeZone: 'Europe/Moscow' };
 */
export type Known =
  | Position
  | { readonly instant: string }
  | { readonly day: string; readonly timeZone: string };

/** The last event that an answer rests on. Forms print `stream@revision`: a restore keeps it. */
export interface LastEvent {
  readonly position: Position;
  readonly stream: string;
  readonly revision: number;
  readonly recordedAt: string;
}

/** An answer of a view, and what it rests on. */
export interface Answer<Value> {
  readonly value: Value;
  /** The value is the fold of the log up to here: asked again with `known` it is the same. */
  readonly position: Position;
  /** The newest event in it; null where no event has touched what was asked for. */
  readonly last: LastEvent | null;
}

/** One partition of a scan, as `read` gives it. */
export interface Entry<Value> {
  readonly key: string;
  readonly value: Value;
  readonly last: LastEvent;
}
