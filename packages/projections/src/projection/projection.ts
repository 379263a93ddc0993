import type { CoreEvent } from '@letopis/core';

/**
 * A projection says how events make views. A view is one partition. Its key is derived from the
 * event alone, and its size must be bounded. A page or report is a pure reduction over a scan of
 * partitions.
 *
 * `apply` changes the draft that it is given: a plain object in a rebuild, a draft of immer in the
 * live runner. It must not fail on a decoded event. Events arrive in order of position, not of
 * time.
 *
 * As of a day: a view stores facts with their days, because a fact may be dated ahead or back, and
 * `read` says what is valid on a day. Law: `read(fold(all), D)` equals `read(fold(occurredOn ≤ D),
 * D)`.
 */
export interface Projection<View extends object, Answer = View, E = CoreEvent> {
  readonly name: string;
  /**
   * Increase it with every change of `apply`, `initial` or `keysOf`. Each version has a generation
   * of its own in the view store.
   */
  readonly version: number;
  /** The event types that it reads. The store filters by them. */
  readonly types: readonly string[];
  /**
   * Keys of the partitions that an event belongs to: ASCII, parts joined by `/`, which no id
   * contains.
   */
  readonly keysOf: (event: E) => readonly string[];
  /** Makes the view of a partition, as it is before the first event. */
  readonly initial: (key: string) => View;
  /** Changes the view by one event; it must not throw, because the event is stored already. */
  readonly apply: (view: View, event: E, key: string) => void;
  /**
   * What the view says on a calendar day; with all facts, also later ones, if the day is `null`.
   */
  readonly read: (view: View, on: string | null) => Answer;
}
