import type { Ports } from '@letopis/core';

/**
 * The pauses of one wait. Their lengths are random, so that processes do not try in step, and they
 * measure how long the wait has lasted. The caller decides how long each pause is.
 *
 * @example
 * const pauses = new Pauses(nodePorts());
 * while (!tryAgain() && pauses.elapsedMs < 1000) await pauses.pause(pauses.between(5, 10));
 */
export class Pauses {
  readonly #ports: Ports;
  readonly #startedAt = performance.now();
  #pausedMs = 0;

  /** Starts the wait now. */
  constructor(ports: Ports) {
    this.#ports = ports;
  }

  /**
   * Milliseconds since the wait started: by the clock, or the sum of the pauses if that is more, as
   * in tests, where a pause takes no time.
   */
  get elapsedMs(): number {
    return Math.max(this.#pausedMs, performance.now() - this.#startedAt);
  }

  /**
   * Draws a random length between two, in milliseconds. It does not use the random bytes of the
   * ports: ids are made of these, and a simulated sequence must not depend on how often one waits.
   */
  between(leastMs: number, mostMs: number): number {
    return leastMs + (mostMs - leastMs) * Math.random();
  }

  /** Waits for that many milliseconds. */
  async pause(ms: number): Promise<void> {
    this.#pausedMs += ms;
    await this.#ports.wait(ms);
  }
}
