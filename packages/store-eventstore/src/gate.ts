/** Lets a limited number through at a time; the others wait in order. */
export class Gate {
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(places: number) {
    this.#free = places;
  }

  /** Takes a place if one is free, at once; {@link leave} gives it back. */
  tryEnter(): boolean {
    if (this.#free === 0) return false;
    this.#free -= 1;
    return true;
  }

  /** Takes a place, which {@link leave} gives back. */
  async enter(): Promise<void> {
    if (this.tryEnter()) return;
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** Gives the place to the next one; once for each place that was taken. */
  leave(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free += 1;
    else next();
  }
}

/**
 * Gates for the whole process, because a connection carries 100 calls and the clients of one
 * process share it: after 100 calls that stay open every further one waits for ever. Reads that
 * stay open while their reader works have gates of their own, so that short reads never wait for
 * them, and nobody waits for a place among the long streams. This one is for subscriptions to the
 * log.
 */
export const openScans = new Gate(40);
/** The gate of reads of long streams, which stay open while their reader works. */
export const longStreams = new Gate(10);
/** The gate of reads that end by themselves. */
export const shortReads = new Gate(40);
