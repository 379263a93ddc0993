import type { WithId } from '../../acting/default-id.ts';
import { alreadyExists } from '../../acting/exists.ts';
import { refuseUnlessOrder } from '../../acting/order.ts';
import { signAs } from '../../acting/signer.ts';
import type { Fit } from '../../entry/fitting.ts';
import { fitting } from '../../entry/fitting.ts';
import type { Decision } from '../../kernel/fold.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { LearnerState } from '../../people/learner/facts/state.ts';
import { consentOn, isOfAgeOn } from '../../people/learner/facts/state.ts';
import { learnerUnknown } from '../../people/learner/facts/unknown.ts';
import { refuseUnlessEnrolled } from '../../study/enrollment/facts/questions.ts';
import { actOutOfOrder } from '../../values/day-order.ts';
import type {
  OrderCommendation,
  PresentCommendation,
  ProposeCommendation,
  PublishCommendation,
  RevokeCommendation,
} from './commands.ts';
import type { ProposalContext, SignedContext, CommendationPublicationContext } from './context.ts';
import {
  commendationOrdered,
  commendationPresented,
  commendationProposed,
  commendationPublished,
  commendationRevoked,
} from './facts/events.ts';
import type { CommendationEntry, CommendationState, CommendationSteps } from './facts/state.ts';
import { commendationSteps, unfitCommendationSteps } from './facts/state.ts';
import {
  commendationIsRevoked,
  commendationNotOrdered,
  commendationUnknown,
  enrollmentOfAnother,
} from './facts/unknown.ts';
import {
  commendationAreaUnknown,
  commendationBasisUnknown,
  commendationIrrevocable,
  commendationKindUnknown,
  commendationOrderedAlready,
  commendationPresentedAlready,
  commendationPublishedAlready,
  publicationConsentMissing,
  successUndocumented,
} from './refusals.ts';

/** How the steps of a commendation rest on one another. */
export const commendationFit: Fit<CommendationSteps, CommendationEntry> = {
  own: commendationSteps,
  unfit: unfitCommendationSteps,
};

/**
 * Decides `propose-commendation`. Refuses `already-exists`, `learner-unknown`,
 * `enrollment-unknown`, `enrollment-of-another`, `commendation-basis-unknown`,
 * `commendation-area-unknown` and `success-undocumented`. R1 §5.1.
 */
export function decideProposeCommendation(
  state: CommendationState,
  input: WithId<ProposeCommendation>,
  { edition, learnerState, study }: ProposalContext,
): Decision {
  const { id: commendation, learner, enrollment, basis, area, documents, merit } = input;
  if (state.id !== null)
    return alreadyExists({ kind: 'commendation', id: commendation, standing: state.learner });
  if (!learnerState.registered) return learnerUnknown({ learner });
  if (study !== null && enrollment !== null) {
    const none = refuseUnlessEnrolled(study, enrollment);
    if (none !== null) return none;
    if (study.learner !== learner) return enrollmentOfAnother({ enrollment, learner });
  }
  const { bases } = edition.commendation;
  if (!bases.includes(basis)) return commendationBasisUnknown({ basis, bases });
  const areas = edition.commendation.areas.map(({ id }) => id);
  const needed = basis === 'documented-success' && areas.length > 0;
  const unknown = area === null ? needed : !areas.includes(area);
  if (unknown) return commendationAreaUnknown({ area, areas });
  if (basis !== 'petition' && documents.length === 0) return successUndocumented({ basis });
  const whose = { commendation, learner, enrollment };
  const words = {
    ...(documents.length === 0 ? {} : { documents: { value: documents } }),
    ...(merit === undefined ? {} : { merit: { value: merit } }),
  };
  const proposedBy = proposerOf(input.proposedBy);
  const data = { ...whose, basis, area, ...words, proposedBy, edition: edition.edition };
  return [commendationProposed.draft({ occurredOn: input.on, refs: refsOf(whose), data })];
}

/**
 * Decides `order-commendation`: once, by an order where the regulation asks for one, signed in an
 * office that may order. Refuses `act-out-of-order` before the proposal. R1 §5.2-5.3.
 */
export function decideOrderCommendation(
  state: CommendationState,
  input: OrderCommendation,
  { edition, official, ground }: SignedContext,
): Decision {
  const { commendation, kind, orderedBy, office, on } = input;
  const refused = refuseUnlessActable(state, commendation, on);
  if (refused !== null) return refused;
  if (state.orderedOn !== null) {
    return commendationOrderedAlready({ commendation, on: state.orderedOn });
  }
  if (on < state.proposedOn) return actOutOfOrder({ on, after: state.proposedOn });
  const { kinds, separateAct, orderOffices, orderRequired, copiesTo } = edition.commendation;
  const known = kinds.map(({ id }) => id);
  const act = separateAct?.title ?? null;
  if (!known.includes(kind)) return commendationKindUnknown({ kind, kinds: known, act });
  const unordered = refuseUnlessOrder('order-commendation', orderRequired, ground);
  if (unordered !== null) return unordered;
  const signer = signAs(official, { person: orderedBy, office, on }, orderOffices);
  if (isRefusal(signer)) return signer;
  const whose = { commendation, learner: state.learner };
  const data = { ...whose, kind, orderedBy, office: signer.office, copiesTo };
  const refs = { ...refsOf({ ...whose, enrollment: state.enrollment }), official: [orderedBy] };
  const fact = { ...data, edition: edition.edition };
  return [commendationOrdered.draft({ occurredOn: on, refs, data: fact })];
}

/**
 * Decides `present-commendation`: once, after the order; also where it is entered after a later
 * revocation. RK 1.5.
 */
export function decidePresentCommendation(
  state: CommendationState,
  { commendation, on }: PresentCommendation,
): Decision {
  const refused = refuseUnlessOrdered(state, commendation, on);
  if (refused !== null) return refused;
  if (state.presentedOn !== null) {
    return commendationPresentedAlready({ commendation, on: state.presentedOn });
  }
  const { learner, enrollment } = state;
  const refs = refsOf({ commendation, learner, enrollment });
  return [commendationPresented.draft({ occurredOn: on, refs, data: { commendation, learner } })];
}

/**
 * Decides `publish-commendation`: with a consent in force on the day where the regulation asks for
 * one, and once in each place; also where it is entered after a later revocation. R1 §5.3, RK 1.5.
 */
export function decidePublishCommendation(
  state: CommendationState,
  { commendation, place, on }: PublishCommendation,
  { edition, learnerState }: CommendationPublicationContext,
): Decision {
  const refused = refuseUnlessOrdered(state, commendation, on);
  if (refused !== null) return refused;
  const { learner, enrollment } = state;
  if (state.places.includes(place)) return commendationPublishedAlready({ commendation, place });
  const consent = publicationConsent(learnerState, on);
  if (edition.commendation.publicationNeedsConsent && consent === null) {
    return publicationConsentMissing({ learner, on });
  }
  const refs = refsOf({ commendation, learner, enrollment });
  const data = { commendation, learner, place, consent, edition: edition.edition };
  return [commendationPublished.draft({ occurredOn: on, refs, data })];
}

/**
 * Decides `revoke-commendation`: by the offices that may order, and by an order where ordering
 * needs one. Refuses `entry-contradicted` where it was presented, published or revoked later. RK
 * 1.5.
 */
export const decideRevokeCommendation = fitting(commendationFit, revoked);

function revoked(
  state: CommendationState,
  input: RevokeCommendation,
  { edition, official, ground }: SignedContext,
): Decision {
  const { commendation, revokedBy, office, reason, on } = input;
  const refused = refuseUnlessOrdered(state, commendation, on);
  if (refused !== null) return refused;
  const { revocable, orderOffices, orderRequired } = edition.commendation;
  if (!revocable) return commendationIrrevocable({ commendation, edition: edition.edition });
  const unordered = refuseUnlessOrder('revoke-commendation', orderRequired, ground);
  if (unordered !== null) return unordered;
  const signer = signAs(official, { person: revokedBy, office, on }, orderOffices);
  if (isRefusal(signer)) return signer;
  const whose = { commendation, learner: state.learner };
  const words = reason === undefined ? {} : { reason: { value: reason } };
  const data = { ...whose, revokedBy, office: signer.office, ...words, edition: edition.edition };
  const refs = { ...refsOf({ ...whose, enrollment: state.enrollment }), official: [revokedBy] };
  return [commendationRevoked.draft({ occurredOn: on, refs, data })];
}

function proposerOf(given: ProposeCommendation['proposedBy']) {
  if (typeof given === 'string') return { kind: 'person', id: given } as const;
  return { kind: 'body', id: given.body } as const;
}

/**
 * The consent to publication in force on a day: the learner's own, or a representative's while the
 * learner is a minor. R1 §5.3.
 */
function publicationConsent(learner: LearnerState, on: string): string | null {
  const adult = isOfAgeOn(learner, on);
  const counts = Object.entries(learner.consents).filter(
    ([, consent]) => !adult || consent.givenBy === 'learner',
  );
  const consents = Object.fromEntries(counts);
  return consentOn({ ...learner, consents }, 'publication', on)?.id ?? null;
}

/** Refuses a commendation that is unknown, or revoked by a day. */
function refuseUnlessActable(
  state: CommendationState,
  commendation: string,
  on: string,
): Refusal | null {
  if (state.id === null) return commendationUnknown({ commendation });
  if (state.revokedOn === null || state.revokedOn > on) return null;
  return commendationIsRevoked({ commendation, on: state.revokedOn });
}

function refuseUnlessOrdered(
  state: CommendationState,
  commendation: string,
  on: string,
): Refusal | null {
  const refused = refuseUnlessActable(state, commendation, on);
  if (refused !== null) return refused;
  if (state.orderedOn === null) return commendationNotOrdered({ commendation });
  return on < state.orderedOn ? actOutOfOrder({ on, after: state.orderedOn }) : null;
}

function refsOf(whose: {
  readonly commendation: string;
  readonly learner: string;
  readonly enrollment: string | null;
}) {
  const { commendation, learner, enrollment } = whose;
  const own = { commendation: [commendation], learner: [learner] };
  return enrollment === null ? own : { ...own, enrollment: [enrollment] };
}
