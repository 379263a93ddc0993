/** An answer that is waited for, since when, and what to do if it does not come in time. */
interface Waiting {
  readonly since: number;
  readonly late: () => void;
}

/**
 * Answers that are waited for, each for the same time, under one timer: a timer for each call is
 * one of the larger costs of an append. It keeps the process alive only while something waits.
 */
export class AnswerTimes {
  readonly #ms: number;
  /** In the order in which they began, and so in which they are over. */
  readonly #waiting = new Set<Waiting>();
  #timer: NodeJS.Timeout | null = null;

  /** @param ms how long each is waited for. */
  constructor(ms: number) {
    this.#ms = ms;
  }

  /** Calls `late` once, unless {@link end} comes within the time. */
  begin(late: () => void): Waiting {
    const waiting = { since: performance.now(), late };
    if (this.#timer === null) this.#arm(this.#ms);
    else if (this.#waiting.size === 0) this.#timer.ref();
    this.#waiting.add(waiting);
    return waiting;
  }

  /** The answer is there; false where it came too late. */
  end(waiting: Waiting): boolean {
    const inTime = this.#waiting.delete(waiting);
    if (this.#waiting.size === 0) this.#timer?.unref();
    return inTime;
  }

  #arm(ms: number): void {
    this.#timer = setTimeout(() => this.#look(), ms);
  }

  #look(): void {
    this.#timer = null;
    const over = performance.now() - this.#ms;
    for (const waiting of this.#waiting) {
      // Timers come up to a millisecond early by this clock.
      const left = waiting.since - over;
      if (left >= 1) return this.#arm(left);
      this.#waiting.delete(waiting);
      waiting.late();
    }
  }
}
