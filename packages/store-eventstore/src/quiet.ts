/**
 * Knows when no append of this process is under way.
 *
 * `@eventstore/db-client` keeps the appends under way of all its clients in one map. When a batch
 * call ends, as by `dispose`, the map is emptied; an answer that comes to another client after that
 * throws where nobody can catch it, and the process ends. So clients are disposed of only while no
 * append is under way.
 */
class Quiet {
  #underWay = 0;
  #becomesQuiet: (() => void)[] = [];
  #busy: Promise<unknown> | null = null;

  /** Begins an append; gives false, and begins none, where somebody waits for quiet. */
  tryBegin(): boolean {
    if (this.#busy !== null) return false;
    this.#underWay += 1;
    return true;
  }

  /** Begins an append after whatever waits for quiet. */
  async begin(): Promise<void> {
    while (!this.tryBegin()) await this.#busy;
  }

  /** Ends an append: its answer has come, also if nobody waits for it any more. */
  end(): void {
    this.#underWay -= 1;
    if (this.#underWay > 0) return;
    for (const resolve of this.#becomesQuiet.splice(0)) resolve();
  }

  /** Runs `work` while no append is under way, or after that many milliseconds in any case. */
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

/** One for the whole process, because the client's map is one for the whole process. */
export const quiet = new Quiet();
