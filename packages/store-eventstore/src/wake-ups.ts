import type { ArmedWait } from '@letopis/core';

/** Wakes the followers of this process after a commit; other processes' commits are polled for. */
export class WakeUps {
  readonly #waiting = new Set<() => void>();

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

  wake(): void {
    if (this.#waiting.size === 0) return;
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }
}
