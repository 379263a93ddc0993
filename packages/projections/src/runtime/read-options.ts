import type { Position } from '@letopis/core';
import type { Known } from './answer.ts';

/** As of when to read, and how recent the answer must be. */
export interface ReadOptions {
  /** Reads what is valid on this calendar day; by default all that is known. */
  readonly on?: string | null | undefined;
  /** Waits until the view has reached this position, so that your own write is included. */
  readonly atLeast?: Position | undefined;
  /**
   * Reads what was known at that moment. Partitions that changed since are folded again from the
   * log.
   */
  readonly known?: Known | undefined;
  readonly signal?: AbortSignal | undefined;
  /** How long to wait for a position to be reached, in milliseconds; default 10,000. */
  readonly patienceMs?: number | undefined;
}

/** How to follow the log. */
export interface FollowViewsOptions {
  readonly signal: AbortSignal;
  /** Longest wait between two reads of the log, in milliseconds; default 250. */
  readonly pollMs?: number | undefined;
}
