import type { Position } from '@letopis/core';
import type { Known } from './answer.ts';

/** What to read, and how new or how old it must be. */
export interface ReadOptions {
  /** What the view says on a calendar day; by default with all that it knows. */
  readonly on?: string | null | undefined;
  /** Waits until the view holds the log up to here: your own write. */
  readonly atLeast?: Position | undefined;
  /** As it was known then. What has changed since is folded anew from the log. */
  readonly known?: Known | undefined;
  readonly signal?: AbortSignal | undefined;
  /** How long to wait for a position, in milliseconds; default 10,000. */
  readonly patienceMs?: number | undefined;
}

/** How to follow the log. */
export interface FollowViewsOptions {
  readonly signal: AbortSignal;
  /** Longest wait between two looks at the log, in milliseconds; default 250. */
  readonly pollMs?: number | undefined;
}
