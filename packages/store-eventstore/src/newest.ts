/** The newest `recordedAt` that this store has seen, written or read. */
export class Newest {
  #at = '';

  get at(): string {
    return this.#at;
  }

  saw(recordedAt: string): void {
    if (recordedAt > this.#at) this.#at = recordedAt;
  }
}
