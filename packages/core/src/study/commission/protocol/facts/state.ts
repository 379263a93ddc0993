import type { EventOf } from '../../../../kernel/event-type.ts';
import type { Fold } from '../../../../kernel/fold.ts';
import type { protocolRegisterEvents } from './events.ts';

/*
 * Stream: `<org>.register-protocol.<per>.<series>.<year>`. The numbers of one year's series: two
 * who number at once append to one stream, so a number is given once and none is left out. D8.
 */

/** Any event of a series' stream. */
export type ProtocolRegisterEvent = EventOf<(typeof protocolRegisterEvents)[number]>;

/** The numbers that a series has given. */
export interface ProtocolRegisterState {
  /** The last number given. */
  last: number;
  /** Protocol → its number. */
  readonly numbers: Map<string, number>;
}

/** Folds a series' stream. */
export const protocolRegisterFold: Fold<ProtocolRegisterState, ProtocolRegisterEvent> = {
  kind: 'register',
  initial: () => ({ last: 0, numbers: new Map() }),
  evolve: (state, { data }) => {
    state.last = data.number;
    state.numbers.set(data.protocol, data.number);
  },
};
