import type { ActDay } from '../../acting/act-day.ts';
import type { Decision } from '../../kernel/fold.ts';
import { known } from '../../kernel/personal.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { refuseUnlessRepresents } from '../../people/learner/facts/questions.ts';
import type { LearnerState } from '../../people/learner/facts/state.ts';
import { representativeUnknown } from '../../people/learner/facts/unknown.ts';
import type { Edition } from '../../rules/regulation/facts/state.ts';
import { notInRegulation } from '../../study/enrollment/facts/unknown.ts';
import { refuseIfBefore } from '../../values/day-order.ts';
import type { DeliverDocument, DeliveryPapers, WithdrawDocument } from './commands.ts';
import type { RegisterEntry } from './facts/entry-state.ts';
import { documentDelivered, documentWithdrawn } from './facts/events.ts';
import type { RegisterState } from './facts/state.ts';
import { entryOf } from './facts/state.ts';
import { documentOfBook } from './old-book-refusals.ts';
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
 * exchange or a destruction: once, and not before the document was handed over. It is decided by
 * the day of the act, so that one entered late is as good as one entered in time. D15, RK 1.5.
 */
export function decideWithdrawDocument(
  state: RegisterState,
  { document, reason, on }: WithdrawDocument,
  { edition }: ActDay,
): Decision {
  const entry = entryOn(state, document, on);
  if (isRefusal(entry)) return entry;
  if (entry.withdrawn !== null) return documentIsWithdrawn({ document, ...entry.withdrawn });
  const early = refuseIfBefore(on, entry.deliveredOn ?? on);
  if (early !== null) return early;
  const data = withdrawalOf(entry, reason, edition);
  if (isRefusal(data)) return data;
  return [documentWithdrawn.draft({ occurredOn: on, refs: entry.refs, data })];
}

/** What the withdrawal of a document says. Refuses `not-in-regulation`. */
export function withdrawalOf(
  { document, learner }: RegisterEntry,
  reason: string,
  { edition, documents: { withdrawalReasons } }: Edition,
) {
  const found = withdrawalReasons.find(({ id }) => id === reason);
  if (found !== undefined) return { document, learner, reason, outcome: found.outcome, edition };
  const ids = withdrawalReasons.map(({ id }) => id);
  return notInRegulation({ field: 'reason', value: reason, known: ids });
}

/**
 * Decides `deliver-document`: once, signed by whoever receives it in person, and not after the
 * document was withdrawn. One entered late is decided by its own day. D15, RK 1.5.
 */
export function decideDeliverDocument(
  state: RegisterState,
  input: DeliverDocument,
  { edition, learnerState }: ActDay & { readonly learnerState: LearnerState },
): Decision {
  const { document, on } = input;
  const entry = entryOn(state, document, on);
  if (isRefusal(entry)) return entry;
  if (entry.old !== null) return documentOfBook({ document });
  const { withdrawn, deliveredOn } = entry;
  if (deliveredOn !== null) return deliveredAlready({ document, on: deliveredOn });
  if (withdrawn !== null && on > withdrawn.on)
    return documentIsWithdrawn({ document, ...withdrawn });
  const data = deliveryOf(entry, input, { edition, learnerState });
  if (isRefusal(data)) return data;
  return [documentDelivered.draft({ occurredOn: on, refs: entry.refs, data })];
}

/** How a document was handed over, to whom, and on which papers. */
export interface Handing extends DeliveryPapers {
  readonly signed: boolean;
  readonly on: string;
}

/**
 * What the delivery of a document says. Refuses `delivery-way-unknown`, `delivery-unsigned`,
 * `representative-not-entitled` and `representative-scope`.
 */
export function deliveryOf(
  { document, learner }: RegisterEntry,
  { way, representative, attorney, postal, signed, on }: Handing,
  { edition, learnerState }: { readonly edition: Edition; readonly learnerState: LearnerState },
) {
  const ways = edition.documents.deliveryWays;
  if (!ways.some((one) => one === way)) return deliveryWayUnknown({ way, ways });
  if (way !== 'post' && !signed) return deliveryUnsigned({ document, way });
  const stranger = refuseUnlessEntitled(learnerState, representative, { learner, on });
  if (stranger !== null) return stranger;
  const paper = attorney ?? postal;
  const title = attorney === null ? 'postal' : 'attorney';
  const proof = paper === null ? {} : { proof: known([{ title, ...paper }]) };
  return { document, learner, way, representative, ...proof, signed, edition: edition.edition };
}

/**
 * Refuses `representative-not-entitled` and `representative-scope`: who receives it and signs for
 * it represents the learner on that day, with full rights. RK 1.16.
 */
function refuseUnlessEntitled(
  learnerState: LearnerState,
  representative: string | null,
  { learner, on }: { readonly learner: string; readonly on: string },
): Refusal | null {
  if (representative === null) return null;
  const refused = refuseUnlessRepresents(learnerState, { representative, on }, 'full');
  return refused?.code === representativeUnknown.code
    ? representativeNotEntitled({ representative, learner, on })
    : refused;
}

/**
 * The entry of a document issued by a day, here or in an old book, and not annulled by it: what
 * happened to the document before it was annulled happened all the same.
 */
function entryOn(state: RegisterState, document: string, on: string): RegisterEntry | Refusal {
  const entry = entryOf(state, document);
  if (entry === null) return documentUnknown({ document });
  const { annulment, origin, content } = entry;
  if (annulment !== null && (annulment.enteredInError || on >= annulment.on)) {
    return documentIsAnnulled({ document, on: annulment.on });
  }
  if (origin === 'received') return documentUnknown({ document });
  return refuseIfBefore(on, content.issuedOn) ?? entry;
}
