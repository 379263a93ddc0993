import { faultOf } from './client-fault.ts';
import type { Connection } from './connection.ts';
import type { Patience } from './patience.ts';
import { mayPass, readFailed, unreachable } from './read-fault.ts';

/** The part of a connection that a read needs to be repeated. */
export type Asking = Pick<Connection, 'assertOpen' | 'patience'>;

/** Repeats a read from where it broke, until the stated time has passed without progress. */
export class Retries<Place> {
  readonly #asking: Asking;
  #reached: Place;
  #patience: Patience;

  /** @param from where the read begins; places are compared by `===`. */
  constructor(asking: Asking, from: Place) {
    this.#asking = asking;
    this.#reached = from;
    this.#patience = asking.patience();
  }

  /**
   * Pauses after an error at the place that was reached. Throws `unreachable` where the time is up;
   * throws at once `store-closed` and every error that will not pass.
   */
  async pause(error: unknown, reached: Place): Promise<void> {
    this.#asking.assertOpen();
    if (!mayPass(error)) throw readFailed(error);
    if (reached !== this.#reached) this.#patience = this.#asking.patience();
    this.#reached = reached;
    if (!(await this.#patience.pause(faultOf(error) === 'not-leader'))) throw unreachable(error);
  }
}
