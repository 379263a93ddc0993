import type * as z from 'zod';
import { itemTarget } from '../act/act.ts';
import { recordRefs } from '../archive/transfer.ts';
import type { Decider } from '../kernel/decider.ts';
import type { EventOf } from '../kernel/event-type.ts';
import type { Refs } from '../kernel/event.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { holdScope, retentionEvents } from './events.ts';
import { carrierIsReleased, underHold } from './refusals.ts';

/*
 * Stream: `<org>.retention-main`. What forbids destruction and what was released for it meet here,
 * so a hold and a release cannot overlook each other. D19.
 */

export type RetentionEvent = EventOf<(typeof retentionEvents)[number]>;
export type HoldScope = z.infer<typeof holdScope>;

/** A hold; null: it stands. */
export interface Hold {
  readonly scope: HoldScope;
  readonly placedOn: string;
  liftedOn: string | null;
}

export interface RetentionState {
  readonly holds: Map<string, Hold>;
  /** `<carrier> <record>` → day of the decision that it is no longer needed. */
  readonly unneeded: Map<string, string>;
  /** `<carrier> <record>` → act that released it. */
  readonly released: Map<string, string>;
  /** Calendar year → day on which its permanent inventories were approved. */
  readonly permanentLists: Map<string, string>;
}

export const retentionDecider: Decider<RetentionState, RetentionEvent> = {
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

/**
 * The hold that keeps a record from destruction, by id; null: none. A lifted one keeps nothing. A
 * hold on a learner covers the records that bear the learner's id in their names; a journal is of a
 * whole group, so it is held by its own name. One on a carrier covers that carrier of any record.
 * @param carrier the carrier that is to go; null: the record's facts themselves.
 * @param day the day on which it would go; null: whatever the day, a hold that stands keeps it.
 * @example
 * holdOn(state, 'file-l-1.1'); // => 'audit-2027'
 */
export function holdOn(
  state: RetentionState,
  record: string,
  carrier: string | null = null,
  day: string | null = null,
): string | null {
  for (const [id, hold] of state.holds) {
    if (stands(hold, day) && covers(hold.scope, record, carrier)) return id;
  }
  return null;
}

function stands({ placedOn, liftedOn }: Hold, day: string | null): boolean {
  if (day === null) return liftedOn === null;
  return placedOn <= day && (liftedOn === null || day < liftedOn);
}

function covers(scope: HoldScope, record: string, carrier: string | null): boolean {
  if (scope.kind === 'all') return true;
  if (scope.kind === 'record') return scope.record === record;
  if (scope.kind === 'carrier') return scope.carrier === carrier;
  return keptRefs(record).learner?.includes(scope.learner) === true;
}

/** The ids in the name of anything that is kept, as refs; a learner's own stream names them. */
export function keptRefs(record: string): Refs {
  const dash = record.indexOf('-');
  const kind = record.slice(0, dash);
  if (kind === 'learner') return { learner: [record.slice(dash + 1)] };
  return ['enrollment', 'journal', 'file'].includes(kind) ? recordRefs(record) : {};
}

/** Why a carrier of a record cannot be released; null: it can. `under-hold`, `carrier-released`. */
export function refuseUnlessReleasable(
  state: RetentionState,
  item: { readonly carrier: string; readonly record: string },
): Refusal | null {
  const { carrier, record } = item;
  const hold = holdOn(state, record, carrier);
  if (hold !== null) return underHold({ record, hold });
  const act = state.released.get(itemTarget(item));
  return act === undefined ? null : carrierIsReleased({ carrier, record, act });
}
