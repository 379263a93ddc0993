/**
 * Knows when no append of this process is under way.
 *
 * `@eventstore/db-client` keeps the appends under way of all its clients in one map. A batch call
 * that ends, as by `dispose`, empties it; an answer that comes to another client after that throws
 * where nobody can catch it, and the process ends. So clients are disposed of in quiet moments.
 */
class Quiet {
  #underWay = 0;
  #becomesQuiet: (() => void)[] = [];
  #busy: Promise<unknown> | null = null;

  /** An append begins, unless something waits for the quiet: false then. */
  tryBegin(): boolean {
    if (this.#busy !== null) return false;
    this.#underWay += 1;
    return true;
  }

  /** An append begins; after whatever waits for the quiet. */
  async begin(): Promise<void> {
    while (!this.tryBegin()) await this.#busy;
  }

  /** It has its answer, also one that nobody waits for any more. */
  end(): void {
    this.#underWay -= 1;
    if (this.#underWay > 0) return;
    for (const resolve of this.#becomesQuiet.splice(0)) resolve();
  }

  /** Works while nothing is under way, or after so many milliseconds all the same. */
  async whenQuiet(work: () => Promise<void>, limitMs: number): Promise<void> {
    while (this.#busy !== null) await this.#busy;
    this.#busy = this.#wait(limitMs).then(work);
    try {
      await this.#busy;
    } finally {
      this.#busy = null;
    }
  }

  async #wait(limitMs: number): Promise<void> {
    if (this.#underWay === 0) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.#becomesQuiet.push(resolve);
      timer = setTimeout(resolve, limitMs);
    });
    clearTimeout(timer);
  }
}

/** One for the whole process, as the client's map is. */
export const quiet = new Quiet();
