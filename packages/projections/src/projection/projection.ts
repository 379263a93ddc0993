import type { CoreEvent } from '@letopis/core';

/**
 * A projection: how events make views. A view is one partition, found by a key that stands in the
 * event alone, and bounded; a page or report is a pure reduction over a scan of partitions.
 *
 * `apply` mutates the draft that it is given: a plain object in a rebuild, immer's in the live
 * runner. It is total, and order is position, never time.
 *
 * As of a day: a view holds what may be dated ahead or back as dated entries, and `read` says what
 * holds on a day. Law: `read(fold(all), D)` equals `read(fold(occurredOn ≤ D), D)`.
 */
export interface Projection<View extends object, Answer = View, E = CoreEvent> {
  readonly name: string;
  /** Raised with every change of `apply`, `initial` or `keysOf`: it names another generation. */
  readonly version: number;
  /** The event types that it wants; the store filters by them. */
  readonly types: readonly string[];
  /** Partition keys: ASCII, parts joined by `/` (no id holds one). */
  readonly keysOf: (event: E) => readonly string[];
  readonly initial: (key: string) => View;
  readonly apply: (view: View, event: E, key: string) => void;
  /** What the view says on a day; null: with all that it knows. */
  readonly read: (view: View, on: string | null) => Answer;
}
