import { faultOf } from './client-fault.ts';
import type { Connection } from './connection.ts';
import type { Patience } from './patience.ts';
import { mayPass, readFailed, unreachable } from './read-fault.ts';

/** What of a connection a read needs to be made again. */
export type Asking = Pick<Connection, 'assertOpen' | 'patience'>;

/** Begins a read again where it broke, until the stated time has passed without a step forward. */
export class Retries<Place> {
  readonly #asking: Asking;
  #reached: Place;
  #patience: Patience;

  /** @param from where it begins; places are the same if `===` says so. */
  constructor(asking: Asking, from: Place) {
    this.#asking = asking;
    this.#reached = from;
    this.#patience = asking.patience();
  }

  /**
   * Pauses after an error, at the place that was reached. Throws `unreachable` where the time is
   * up; and at once `store-closed`, and whatever cannot pass.
   */
  async pause(error: unknown, reached: Place): Promise<void> {
    this.#asking.assertOpen();
    if (!mayPass(error)) throw readFailed(error);
    if (reached !== this.#reached) this.#patience = this.#asking.patience();
    this.#reached = reached;
    if (!(await this.#patience.pause(faultOf(error) === 'not-leader'))) throw unreachable(error);
  }
}
