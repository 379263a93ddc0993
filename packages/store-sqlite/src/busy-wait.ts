import type { Ports } from '@letopis/core';
import { busyError } from './sqlite-fault.ts';

/** Shortest and longest pause between two tries, in milliseconds. */
const [PAUSE_MIN_MS, PAUSE_SPAN_MS] = (process.env['PP'] ?? '1,3').split(',').map(Number) as [number, number];

/**
 * One wait for a locked file, made of short pauses outside SQLite, so that the event loop goes on.
 *
 * The pauses do not grow. SQLite's own handler doubles them, so whoever has waited longest tries
 * least often and starves; with pauses of one flat, random length every waiting process has the same
 * chance at the next commit's end.
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
    const ms = PAUSE_MIN_MS + PAUSE_SPAN_MS * chance;
    this.#pausedMs += ms;
    await this.#ports.wait(ms);
  }
}
