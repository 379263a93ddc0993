/** How long one process may append without a pause while others append too, in milliseconds. */
const SHARE_MS = 5;
/** How long after a sign of other processes they are assumed to be still there, in milliseconds. */
const REMEMBER_MS = 500;

/**
 * Decides when a process that locks the file again and again should leave it to others for a
 * moment.
 *
 * With `durability: 'full'` an appending process locks the file nine tenths of the time, so a
 * process that tries now and then hardly ever finds it unlocked. A process that is alone is never
 * delayed.
 */
export class FairShare {
  #othersUntil = Number.NEGATIVE_INFINITY;
  #since = performance.now();

  /** Notes a sign of other processes: one has the lock, or has written since the last look. */
  sawOthers(): void {
    const now = performance.now();
    this.#othersUntil = now + REMEMBER_MS;
  }

  /** Begins a share, after a wait or a pause. */
  begin(): void {
    this.#since = performance.now();
  }

  /** Is the share used up, while others are there? */
  isUsedUp(): boolean {
    const now = performance.now();
    return now < this.#othersUntil && now - this.#since > SHARE_MS;
  }
}
