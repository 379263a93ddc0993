import type { Ports } from '@letopis/core';
import { Pauses } from '@letopis/store-node';
import { busyError } from './sqlite-fault.ts';

/** Shortest pause between two tries, and how much longer it may be at first, in milliseconds. */
const [PAUSE_MIN_MS, PAUSE_SPAN_MS] = [1, 3];
/** A wait of this length has the shortest pauses. */
const PATIENT_MS = 100;

/**
 * One wait for a locked file, made of short pauses outside SQLite, so that the event loop goes on.
 *
 * The pauses shrink. SQLite's own handler lets them grow, so whoever has waited longest tries least
 * often and starves; here whoever has waited longest has the best chance at the next commit's end.
 */
export class BusyWait {
  readonly #pauses: Pauses;
  readonly #limitMs: number;
  readonly #file: string;

  constructor(ports: Ports, limitMs: number, file: string) {
    this.#pauses = new Pauses(ports);
    this.#limitMs = limitMs;
    this.#file = file;
  }

  /** Milliseconds so far. */
  get elapsedMs(): number {
    return this.#pauses.elapsedMs;
  }

  /** Throws `busy` if the wait has lasted longer than the stated time since `sinceMs`. */
  check(sinceMs = 0): void {
    const waitedMs = this.elapsedMs - sinceMs;
    if (waitedMs >= this.#limitMs) throw busyError(this.#file, waitedMs);
  }

  async pause(): Promise<void> {
    const left = Math.max(0, 1 - this.elapsedMs / PATIENT_MS);
    const longestMs = PAUSE_MIN_MS + PAUSE_SPAN_MS * left;
    await this.#pauses.pause(this.#pauses.between(PAUSE_MIN_MS, longestMs));
  }
}
