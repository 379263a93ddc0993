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
import type { LineState, RegisterState } from './facts/state.ts';
import { lineOf } from './facts/state.ts';
import {
  deliveredAlready,
  deliveryUnsigned,
  deliveryWayUnknown,
  documentIsAnnulled,
  documentIsWithdrawn,
  documentUnknown,
  representativeNotEntitled,
} from './refusals.ts';

/* What becomes of a document after its issue: handed over, lost, exchanged, destroyed. D15. */

/** The standing line of a document; refuses an unknown and an annulled one. */
export function standingLine(state: RegisterState, document: string): LineState | Refusal {
  const line = lineOf(state, document);
  if (line === null) return documentUnknown({ document });
  if (line.annulledOn === null) return line;
  return documentIsAnnulled({ document, on: line.annulledOn });
}

/** A standing document of ours that has not given way, on a day not before its last act. */
function inForce(state: RegisterState, document: string, on: string): LineState | Refusal {
  const line = standingLine(state, document);
  if (isRefusal(line)) return line;
  if (line.received) return documentUnknown({ document });
  if (line.withdrawn !== null) return documentIsWithdrawn({ document, ...line.withdrawn });
  return on < line.lastActOn ? actOutOfOrder({ on, after: line.lastActOn }) : line;
}

/** Decides `withdraw-document`: for a reason of the regulation. D15. */
export function decideWithdrawDocument(
  state: RegisterState,
  { document, reason, on }: WithdrawDocument,
  { edition }: ActDay,
): Decision {
  const line = inForce(state, document, on);
  if (isRefusal(line)) return line;
  const reasons = edition.documents.withdrawalReasons;
  const found = reasons.find(({ id }) => id === reason);
  if (found === undefined) {
    return notInRegulation({ field: 'reason', value: reason, known: reasons.map(({ id }) => id) });
  }
  const { learner } = line;
  const { outcome } = found;
  const data = { document, learner, reason, outcome, edition: edition.edition };
  return [documentWithdrawn.draft({ occurredOn: on, refs: line.refs, data })];
}

/** Decides `deliver-document`: once, and whoever takes it in person signs for it. D15. */
export function decideDeliverDocument(
  state: RegisterState,
  input: DeliverDocument,
  { edition, about }: ActDay & { readonly about: LearnerState },
): Decision {
  const { document, way, representative, attorney, postal, signed, on } = input;
  const line = inForce(state, document, on);
  if (isRefusal(line)) return line;
  if (line.deliveredOn !== null) return deliveredAlready({ document, on: line.deliveredOn });
  const ways = edition.documents.deliveryWays;
  if (!ways.includes(way)) return deliveryWayUnknown({ way, ways });
  if (way !== 'post' && !signed) return deliveryUnsigned({ document, way });
  const { learner } = line;
  if (representative !== null) {
    const entitled = representativesOn(about, on).some(({ id }) => id === representative);
    if (!entitled) return representativeNotEntitled({ representative, learner, on });
  }
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
  return [documentDelivered.draft({ occurredOn: on, refs: line.refs, data })];
}
