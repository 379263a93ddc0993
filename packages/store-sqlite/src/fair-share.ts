/** How long one process appends without a pause while others append too, in milliseconds. */
const SHARE_MS = 5;
/** For how long others are taken to be still there after a sign of them, in milliseconds. */
const REMEMBER_MS = 500;

/**
 * Says when a process that holds the file again and again should leave it to others for a moment.
 *
 * With `durability: 'full'` the file is locked nine tenths of the time by whoever appends, so those
 * who try now and then hardly ever meet the gap, and the one who is in stays in. Alone, a process
 * is never held up.
 */
export class FairShare {
  #othersUntil = Number.NEGATIVE_INFINITY;
  #since = performance.now();

  /** Somebody else has the lock, or has written since we looked last. */
  sawOthers(): void {
    const now = performance.now();
    this.#othersUntil = now + REMEMBER_MS;
  }

  /** A share begins: after a wait, or a pause. */
  begin(): void {
    this.#since = performance.now();
  }

  /** Is the share used up, while others are there? */
  isUsedUp(): boolean {
    const now = performance.now();
    return now < this.#othersUntil && now - this.#since > SHARE_MS;
  }
}
