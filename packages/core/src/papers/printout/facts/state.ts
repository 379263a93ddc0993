import type { EventOf } from '../../../kernel/event-type.ts';
import type { Refs } from '../../../kernel/event.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type { printoutEvents } from './events.ts';

/*
 * Stream: `<org>.printout-<id>`. A certified printout, and whether it is void. It names the history
 * that it was made from by `stream@revision`, instant and digest, which a restore does not change.
 */

/** Any event in the stream of a printout. */
export type PrintoutEvent = EventOf<(typeof printoutEvents)[number]>;

/** What the events of a printout amount to. */
export interface PrintoutState {
  /** Null while the stream is empty. */
  id: string | null;
  form: string;
  /** Id, day and refs of the certification, or null. */
  certified: { readonly eventId: string; readonly on: string; readonly refs: Refs } | null;
  voidedOn: string | null;
}

/** Folds the events of a printout into its state. */
export const printoutFold: Fold<PrintoutState, PrintoutEvent> = {
  kind: 'printout',
  initial: () => ({ id: null, form: '', certified: null, voidedOn: null }),
  evolve: (state, event) => {
    if (event.type === 'PrintoutVoided') {
      state.voidedOn = event.data.actedOn;
      return;
    }
    const { id: eventId, occurredOn: on, refs, data } = event;
    Object.assign(state, { id: data.printout, form: data.form });
    state.certified = { eventId, on, refs };
  },
};
