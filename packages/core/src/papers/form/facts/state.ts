import type { EventOf } from '../../../kernel/event-type.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type { formEvents } from './events.ts';

/* Stream: `<org>.form-<id>`. The versions of one form of the record. R2 §2.1. */

/** Any event in the stream of a form. */
export type FormEvent = EventOf<(typeof formEvents)[number]>;

/** A version, its first day, and the first day on which it is withdrawn, or null. */
export interface FormVersion {
  readonly from: string;
  readonly version: string;
  withdrawnFrom: string | null;
}

/** What the events of a form amount to. */
export interface FormState {
  /** Versions in order, each with its first day. */
  readonly versions: FormVersion[];
}

/** Folds the events of a form into its state. */
export const formFold: Fold<FormState, FormEvent> = {
  kind: 'form',
  initial: () => ({ versions: [] }),
  evolve: (state, event) => {
    const { occurredOn: on } = event;
    if (event.type === 'FormApproved') {
      state.versions.push({ from: on, version: event.data.version, withdrawnFrom: null });
      return;
    }
    const last = state.versions.at(-1);
    if (last !== undefined) last.withdrawnFrom = on;
  },
};
