import type { Ports } from '@letopis/core';

const PAUSE_MIN_MS = 10;
const PAUSE_MAX_MS = 1000;

/** Pauses between tries of one call: growing, with chance in them, and over after a stated time. */
export class Patience {
  readonly #ports: Ports;
  readonly #limitMs: number;
  readonly #startedAt = performance.now();
  #pausedMs = 0;
  #pauses = 0;

  /** @param limitMs `Infinity` for a wait that only its caller ends. */
  constructor(ports: Ports, limitMs: number) {
    this.#ports = ports;
    this.#limitMs = limitMs;
  }

  /** How often it has paused since the start or the last success. */
  get pauses(): number {
    return this.#pauses;
  }

  /** The sum of the pauses counts where they are over at once, as in tests. */
  get elapsedMs(): number {
    return Math.max(this.#pausedMs, performance.now() - this.#startedAt);
  }

  /** After a success: the next failure is the first one again. */
  rest(): void {
    this.#pauses = 0;
  }

  /**
   * Pauses before the next try; false, at once, if the time is up.
   * @param atOnce no pause this once, where the cause is gone by itself.
   */
  async pause(atOnce = false): Promise<boolean> {
    this.#pauses += 1;
    if (atOnce && this.#pauses === 1) return true;
    const longest = Math.min(PAUSE_MAX_MS, PAUSE_MIN_MS * 2 ** Math.min(this.#pauses, 10));
    const chance = (this.#ports.random(1)[0] ?? 0) / 256;
    const ms = longest / 2 + (longest / 2) * chance;
    if (this.elapsedMs + ms >= this.#limitMs) return false;
    this.#pausedMs += ms;
    await this.#ports.wait(ms);
    return true;
  }
}
