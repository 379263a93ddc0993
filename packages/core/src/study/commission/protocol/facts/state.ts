import type { EventOf } from '../../../../kernel/event-type.ts';
import type { Fold } from '../../../../kernel/fold.ts';
import type { protocolRegisterEvents } from './events.ts';

/*
 * State of a series of protocol numbers, folded from its stream
 * `<org>.register-protocol.<per>.<series>.<year>`. Two commands at once append to one stream, so
 * each number is given once and none is left out. D8.
 */

/** Any event of the stream of a series. */
export type ProtocolRegisterEvent = EventOf<(typeof protocolRegisterEvents)[number]>;

/** The numbers that a series has given. */
export interface ProtocolRegisterState {
  /** The last number given; 0: none yet. */
  last: number;
  /** Protocol id → its number. */
  readonly numbers: Map<string, number>;
}

/** Folds the stream of a series. */
export const protocolRegisterFold: Fold<ProtocolRegisterState, ProtocolRegisterEvent> = {
  kind: 'register',
  initial: () => ({ last: 0, numbers: new Map() }),
  evolve: (state, { data }) => {
    state.last = data.number;
    state.numbers.set(data.protocol, data.number);
  },
};
