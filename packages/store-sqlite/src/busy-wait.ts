import type { Ports } from '@letopis/core';
import { Pauses } from '@letopis/store-node';
import { busyError } from './sqlite-fault.ts';

/** Shortest pause between two tries, and the most that is added to it at first, in milliseconds. */
const [PAUSE_MIN_MS, PAUSE_SPAN_MS] = [1, 3];
/** After this many milliseconds of waiting the pauses are shortest. */
const PATIENT_MS = 100;

/**
 * One wait for a locked file, made of short pauses outside SQLite, so that the event loop goes on.
 *
 * The pauses shrink. SQLite's own handler lets them grow, so that the process that has waited
 * longest tries least often and starves; here it has the best chance when the next commit ends.
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

  /** How long the wait has lasted, in milliseconds. */
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
