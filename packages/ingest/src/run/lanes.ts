/**
 * Runs tasks, at most `width` at once, and those of one lane one after another, in their order.
 * `add` waits while `width` tasks run, so that the queue stays bounded.
 */
export class Lanes {
  readonly #width: number;
  readonly #running = new Set<Promise<unknown>>();
  readonly #tails = new Map<string, Promise<unknown>>();

  constructor(width: number) {
    this.#width = width;
  }

  /**
   * Starts a task as soon as there is room. The answer comes in an object, so that it can be
   * awaited later.
   */
  async add<T>(lane: string, task: () => Promise<T>): Promise<{ readonly answer: Promise<T> }> {
    while (this.#running.size >= this.#width) await Promise.race(this.#running);
    const before = this.#tails.get(lane) ?? Promise.resolve();
    const answer = before.then(task);
    const settled = answer.catch(() => undefined);
    this.#running.add(settled);
    this.#tails.set(lane, settled);
    void settled.then(() => {
      this.#running.delete(settled);
      if (this.#tails.get(lane) === settled) this.#tails.delete(lane);
    });
    return { answer };
  }

  /** Waits until nothing runs. */
  async rest(): Promise<void> {
    await Promise.all(this.#running);
  }
}
