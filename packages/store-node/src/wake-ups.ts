import type { ArmedWait } from '@letopis/core/store';

/**
 * Wakes the followers of this process as soon as something is appended. Other processes are not
 * woken: they see the append when they next read the log.
 *
 * @example
 * const wakeUps = new WakeUps();
 * const armed = wakeUps.arm(); // before the look at the log, so that no append is missed
 * wakeUps.wake();
 * await armed.wait(60_000, undefined); // over at once
 * armed.disarm();
 */
export class WakeUps {
  readonly #waiting = new Set<() => void>();

  /**
   * Gives a wait that ends with the next {@link wake}, even if that comes before the wait begins,
   * and in any case after its milliseconds or when its signal is aborted.
   */
  arm(): ArmedWait {
    const wakes = Promise.withResolvers<void>();
    const wake = (): void => wakes.resolve();
    this.#waiting.add(wake);
    return {
      wait: async (ms, signal) => {
        const timer = setTimeout(wake, ms);
        signal?.addEventListener('abort', wake, { once: true });
        await wakes.promise;
        clearTimeout(timer);
        signal?.removeEventListener('abort', wake);
      },
      disarm: () => void this.#waiting.delete(wake),
    };
  }

  /** Ends all armed waits. */
  wake(): void {
    if (this.#waiting.size === 0) return;
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }
}
