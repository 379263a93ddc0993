/** An answer that has not come yet: since when it is awaited, and what to do if it is late. */
interface Waiting {
  readonly since: number;
  readonly late: () => void;
}

/**
 * Times out answers, all after the same time and with one timer, because a timer for each call is
 * one of the larger costs of an append. The timer keeps the process alive only while an answer is
 * awaited.
 */
export class AnswerTimes {
  readonly #ms: number;
  /** In the order in which they began, which is also the order in which they time out. */
  readonly #waiting = new Set<Waiting>();
  #timer: NodeJS.Timeout | null = null;

  /** @param ms how long each answer is awaited, in milliseconds. */
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

  /** Ends the wait for an answer that has come; false where it came too late. */
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
