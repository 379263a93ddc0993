import type { Ports } from '@letopis/core';
import { Pauses } from '@letopis/store-node';

const PAUSE_MIN_MS = 10;
const PAUSE_MAX_MS = 1000;

/** Pauses between tries of one call: growing, with chance in them, and over after a stated time. */
export class Patience {
  readonly #pauses: Pauses;
  readonly #limitMs: number;
  #failures = 0;

  /** @param limitMs `Infinity` for a wait that only its caller ends. */
  constructor(ports: Ports, limitMs: number) {
    this.#pauses = new Pauses(ports);
    this.#limitMs = limitMs;
  }

  /** How often the call has failed since the start or the last success. */
  get failures(): number {
    return this.#failures;
  }

  /** After a success: the next failure is the first one again. */
  rest(): void {
    this.#failures = 0;
  }

  /**
   * Pauses before the next try; false, at once, if the time is up.
   * @param atOnce no pause this once, where the cause is gone by itself.
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
