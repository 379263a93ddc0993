import type { ActDay } from '../../acting/act-day.ts';
import type { Decision } from '../../kernel/fold.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { LearnerState } from '../../people/learner/facts/state.ts';
import { representativesOn } from '../../people/learner/facts/state.ts';
import { notInRegulation } from '../../study/enrollment/facts/unknown.ts';
import { actOutOfOrder } from '../../values/day-order.ts';
import type { DeliverDocument, WithdrawDocument } from './commands.ts';
import { documentDelivered, documentWithdrawn } from './facts/events.ts';
import type { RegisterEntry, RegisterState } from './facts/state.ts';
import { entryOf } from './facts/state.ts';
import {
  deliveredAlready,
  deliveryUnsigned,
  deliveryWayUnknown,
  documentIsAnnulled,
  documentIsWithdrawn,
  documentUnknown,
  representativeNotEntitled,
} from './refusals.ts';

/* What happens to a document after its issue: handed over, lost, exchanged, destroyed. D15. */

/** The entry of a document. Refuses `document-unknown` and `document-annulled`. */
export function unannulledEntry(state: RegisterState, document: string): RegisterEntry | Refusal {
  const entry = entryOf(state, document);
  if (entry === null) return documentUnknown({ document });
  if (entry.annulledOn === null) return entry;
  return documentIsAnnulled({ document, on: entry.annulledOn });
}

/**
 * Decides `withdraw-document`, for a reason of the regulation, which says whether it is a loss, an
 * exchange or a destruction. D15.
 */
export function decideWithdrawDocument(
  state: RegisterState,
  { document, reason, on }: WithdrawDocument,
  { edition }: ActDay,
): Decision {
  const entry = activeEntry(state, document, on);
  if (isRefusal(entry)) return entry;
  const reasons = edition.documents.withdrawalReasons;
  const found = reasons.find(({ id }) => id === reason);
  if (found === undefined) {
    return notInRegulation({ field: 'reason', value: reason, known: reasons.map(({ id }) => id) });
  }
  const { learner } = entry;
  const { outcome } = found;
  const data = { document, learner, reason, outcome, edition: edition.edition };
  return [documentWithdrawn.draft({ occurredOn: on, refs: entry.refs, data })];
}

/** Decides `deliver-document`: once, and signed by whoever receives it in person. D15. */
export function decideDeliverDocument(
  state: RegisterState,
  input: DeliverDocument,
  { edition, learnerState }: ActDay & { readonly learnerState: LearnerState },
): Decision {
  const { document, way, representative, attorney, postal, signed, on } = input;
  const entry = activeEntry(state, document, on);
  if (isRefusal(entry)) return entry;
  if (entry.deliveredOn !== null) return deliveredAlready({ document, on: entry.deliveredOn });
  const ways = edition.documents.deliveryWays;
  if (!ways.includes(way)) return deliveryWayUnknown({ way, ways });
  if (way !== 'post' && !signed) return deliveryUnsigned({ document, way });
  const { learner } = entry;
  const stranger = refuseUnlessEntitled(learnerState, representative, { learner, on });
  if (stranger !== null) return stranger;
  const paper = attorney ?? postal;
  const title = attorney === null ? 'postal' : 'attorney';
  const proof = paper === null ? {} : { proof: { value: [{ title, ...paper }] } };
  const data = {
    document,
    learner,
    way,
    representative,
    ...proof,
    signed,
    edition: edition.edition,
  };
  return [documentDelivered.draft({ occurredOn: on, refs: entry.refs, data })];
}

/** Refuses `representative-not-entitled`: who receives it represents the learner on that day. */
export function refuseUnlessEntitled(
  learnerState: LearnerState,
  representative: string | null,
  { learner, on }: { readonly learner: string; readonly on: string },
): Refusal | null {
  if (representative === null) return null;
  const entitled = representativesOn(learnerState, on).some(({ id }) => id === representative);
  return entitled ? null : representativeNotEntitled({ representative, learner, on });
}

/**
 * The entry of a document issued here that is neither annulled nor withdrawn, on a day not before
 * its latest event.
 */
function activeEntry(state: RegisterState, document: string, on: string): RegisterEntry | Refusal {
  const entry = unannulledEntry(state, document);
  if (isRefusal(entry)) return entry;
  if (entry.received) return documentUnknown({ document });
  if (entry.withdrawn !== null) return documentIsWithdrawn({ document, ...entry.withdrawn });
  return on < entry.lastActOn ? actOutOfOrder({ on, after: entry.lastActOn }) : entry;
}
