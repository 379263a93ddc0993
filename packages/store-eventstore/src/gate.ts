/** Lets so many through at a time; the others wait in order. */
export class Gate {
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(places: number) {
    this.#free = places;
  }

  /** Gives the function that leaves the place again; calling it twice does nothing. */
  async enter(): Promise<() => void> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    let inside = true;
    return () => {
      if (!inside) return;
      inside = false;
      const next = this.#waiting.shift();
      if (next === undefined) this.#free += 1;
      else next();
    };
  }
}

/**
 * A connection carries 100 calls, and clients of one process share it: after 100 that stay open
 * every further one waits for ever. So these gates are the whole process's. Reads that are held
 * open while their reader works have a gate of their own: short reads never wait for them.
 */
export const openScans = new Gate(40);
export const shortReads = new Gate(40);
