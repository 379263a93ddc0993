import type { Ports } from '@letopis/core';
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
 * Chance is in them so that processes do not try in step.
 */
export class BusyWait {
  readonly #ports: Ports;
  readonly #limitMs: number;
  readonly #file: string;
  readonly #startedAt = performance.now();
  #pausedMs = 0;

  constructor(ports: Ports, limitMs: number, file: string) {
    this.#ports = ports;
    this.#limitMs = limitMs;
    this.#file = file;
  }

  /** Milliseconds so far; the sum of the pauses counts where they are over at once, as in tests. */
  get elapsedMs(): number {
    return Math.max(this.#pausedMs, performance.now() - this.#startedAt);
  }

  /** Throws `busy` if the wait has lasted longer than the stated time since `sinceMs`. */
  check(sinceMs = 0): void {
    const waitedMs = this.elapsedMs - sinceMs;
    if (waitedMs >= this.#limitMs) throw busyError(this.#file, waitedMs);
  }

  async pause(): Promise<void> {
    const chance = (this.#ports.random(1)[0] ?? 0) / 256;
    const left = Math.max(0, 1 - this.elapsedMs / PATIENT_MS);
    const ms = PAUSE_MIN_MS + PAUSE_SPAN_MS * chance * left;
    this.#pausedMs += ms;
    await this.#ports.wait(ms);
  }
}
