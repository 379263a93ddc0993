import type { EventOf } from '../../../kernel/event-type.ts';
import type { Fold } from '../../../kernel/fold.ts';
import { itemTarget } from '../../act/facts/questions.ts';
import type { retentionEvents } from './events.ts';
import type { HoldScope } from './questions.ts';

/*
 * Stream: `<org>.retention-main`. What forbids destruction and what was released for it are in one
 * stream, so that a hold and a release cannot overlook each other. D19.
 */

/** Any event in the stream of retention. */
export type RetentionEvent = EventOf<(typeof retentionEvents)[number]>;

/** A hold. `liftedOn` is null while it is in force. */
export interface Hold {
  readonly scope: HoldScope;
  readonly placedOn: string;
  liftedOn: string | null;
}

/** What the events of retention amount to. */
export interface RetentionState {
  /** By id. */
  readonly holds: Map<string, Hold>;
  /** `<carrier> <record>` → day of the decision that it is no longer needed. */
  readonly unneeded: Map<string, string>;
  /** `<carrier> <record>` → act that released it. */
  readonly released: Map<string, string>;
  /** Calendar year → day on which its permanent inventories were approved. */
  readonly permanentLists: Map<string, string>;
}

/** Folds the events of retention into its state. */
export const retentionFold: Fold<RetentionState, RetentionEvent> = {
  kind: 'retention',
  initial: () => ({
    holds: new Map(),
    unneeded: new Map(),
    released: new Map(),
    permanentLists: new Map(),
  }),
  evolve: (state, event) => {
    switch (event.type) {
      case 'HoldPlaced': {
        const { hold, scope } = event.data;
        state.holds.set(hold, { scope, placedOn: event.occurredOn, liftedOn: null });
        return;
      }
      case 'HoldLifted': {
        const hold = state.holds.get(event.data.hold);
        if (hold !== undefined) hold.liftedOn = event.occurredOn;
        return;
      }
      case 'NoLongerNeeded':
        state.unneeded.set(itemTarget(event.data), event.occurredOn);
        return;
      case 'PermanentListsApproved':
        state.permanentLists.set(event.data.year, event.occurredOn);
        return;
      case 'CarrierReleased':
        state.released.set(itemTarget(event.data), event.data.act);
        return;
      case 'RecordReleased':
        return;
    }
  },
};
