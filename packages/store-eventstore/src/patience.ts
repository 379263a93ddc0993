import type { Ports } from '@letopis/core';
import { Pauses } from '@letopis/store-node';

const PAUSE_MIN_MS = 10;
const PAUSE_MAX_MS = 1000;

/**
 * The pauses between tries of one call: they grow, have a random part, and end after a stated time.
 */
export class Patience {
  readonly #pauses: Pauses;
  readonly #limitMs: number;
  #failures = 0;

  /** @param limitMs stated time in milliseconds; `Infinity` where only the caller ends the wait. */
  constructor(ports: Ports, limitMs: number) {
    this.#pauses = new Pauses(ports);
    this.#limitMs = limitMs;
  }

  /** How often the call has failed since the start or the last success. */
  get failures(): number {
    return this.#failures;
  }

  /** Call it after a success: the next failure counts as the first. */
  rest(): void {
    this.#failures = 0;
  }

  /**
   * Pauses before the next try; gives false, at once, if the time is up.
   *
   * @param atOnce true: no pause this time, because the cause has passed already.
   */
  async pause(atOnce = false): Promise<boolean> {
    this.#failures += 1;
    if (atOnce && this.#failures === 1) return true;
    const longestMs = Math.min(PAUSE_MAX_MS, PAUSE_MIN_MS * 2 ** Math.min(this.#failures, 10));
    const ms = this.#pauses.between(longestMs / 2, longestMs);
    if (this.#pauses.elapsedMs + ms >= this.#limitMs) return false;
    await this.#pauses.pause(ms);
    return true;
  }
}
