import type { WithId } from '../../acting/default-id.ts';
import { alreadyExists } from '../../acting/exists.ts';
import { signAs } from '../../acting/signer.ts';
import { fitting } from '../../entry/fitting.ts';
import { stateOn } from '../../entry/fold.ts';
import type { Decision } from '../../kernel/fold.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { learnerUnknown } from '../../people/learner/facts/unknown.ts';
import type { DisclosureRules } from '../../rules/regulation/sections/disclosure.ts';
import { actOutOfOrder } from '../../values/day-order.ts';
import type {
  AskDisclosure,
  GiveInformation,
  GrantDisclosure,
  PutOffAnswer,
  RefuseDisclosure,
} from './commands.ts';
import type { DisclosureContext } from './context.ts';
import { refuseUnlessEntitled, refuseUnlessPurposeKnown } from './decide-entitlement.ts';
import { draftInformationGiven } from './decide-giving.ts';
import { disclosureFit } from './decide-put-right.ts';
import {
  answerPutOff,
  disclosureAsked,
  disclosureGranted,
  disclosureRefused,
} from './facts/events.ts';
import { termEnd } from './facts/questions.ts';
import type { Application, DisclosureState } from './facts/state.ts';
import { disclosureFacts } from './facts/state.ts';
import {
  answerTermUnknown,
  applicationDecided,
  applicationFormUnknown,
  applicationUnknown,
  informationGivenAlready,
  notGranted,
  putOffTooFar,
  putOffTooLate,
  refusalGroundUnknown,
} from './refusals.ts';

/* An application or a demand: received, put off, granted or refused, answered. D16, R1 §6.3. */

/**
 * Decides `ask-disclosure`. Anybody may ask. Refuses `already-exists`, `learner-unknown`,
 * `application-form-unknown`, `purpose-unknown`, `answer-term-unknown`, and `act-out-of-order`
 * where the demand's day is before its receipt.
 */
export function decideAsk(
  state: DisclosureState,
  input: WithId<Omit<AskDisclosure, 'on'>>,
  { on, edition, learnerState }: Omit<DisclosureContext, 'official'>,
): Decision {
  const { id: disclosure, learner, form, way, purpose } = input;
  const rules = edition.disclosure;
  if (state.id !== null) return alreadyExists({ kind: 'disclosure', id: disclosure });
  if (!learnerState.registered) return learnerUnknown({ learner });
  if (!rules.forms.includes(form)) return applicationFormUnknown({ form, forms: rules.forms });
  const refused = refuseUnlessPurposeKnown(rules, purpose);
  if (refused !== null) return refused;
  const due = dueOf(input, rules, on);
  if (isRefusal(due)) return due;
  if (due.dueOn < on) return actOutOfOrder({ on: due.dueOn, after: on });
  const { applicant } = input;
  const { kind } = applicant;
  const representative = 'representative' in applicant ? applicant.representative : null;
  const data = {
    disclosure,
    learner,
    applicant: { kind, representative },
    ...personalWords(input),
    way,
    form,
    purpose,
    ...due,
    edition: edition.edition,
  };
  const refs = { disclosure: [disclosure], learner: [learner] };
  return [disclosureAsked.draft({ occurredOn: on, refs, data })];
}

type AskDisclosureTerm = Pick<AskDisclosure, 'dueOn' | 'deadline' | 'applicant'>;

/**
 * Decides `put-off-answer`: once, within the term, and by no more days than the regulation allows;
 * also where it is entered late. RK 1.5.
 */
export const decidePutOff = fitting(disclosureFit, draftPutOff);

function draftPutOff(
  state: DisclosureState,
  input: PutOffAnswer,
  context: DisclosureContext,
): Decision {
  const { disclosure, days, reason, signer: person, office } = input;
  const { on, edition, official } = context;
  const open = undecidedApplication(state, disclosure, on);
  if (isRefusal(open)) return open;
  const { learner, putOff, firstDueOn } = open;
  if (putOff !== null) return putOffTooLate({ disclosure, dueOn: putOff.dueOn });
  if (on > firstDueOn) return putOffTooLate({ disclosure, dueOn: firstDueOn });
  const rules = edition.disclosure;
  const term = rules.deadlines.find(({ id }) => id === open.deadline);
  if (term === undefined || days > term.extensionDays) {
    return putOffTooFar({ disclosure, days, most: term?.extensionDays ?? 0 });
  }
  const signer = signAs(official, { person, office, on }, rules.decisionOffices);
  if (isRefusal(signer)) return signer;
  const dueOn = termEnd(firstDueOn, { days, unit: term.unit }, rules);
  const why = { reason: { value: reason } };
  const data = { disclosure, learner, dueOn, ...why, signer, edition: edition.edition };
  return [answerPutOff.draft({ occurredOn: on, refs: refsOf(data), data })];
}

/**
 * Decides `grant-disclosure`: the recipient must be entitled on the day by the basis named. R1
 * §6.2, R5 §6.2.
 */
export const decideGrant = fitting(disclosureFit, draftGrant);

function draftGrant(
  state: DisclosureState,
  input: GrantDisclosure,
  context: DisclosureContext,
): Decision {
  const { disclosure, signer: person, office, give } = input;
  const { on, edition, official, learnerState } = context;
  const open = undecidedApplication(state, disclosure, on);
  if (isRefusal(open)) return open;
  const { learner, applicant: recipient, way } = open;
  const basis = {
    by: input.basis.by,
    consent: 'consent' in input.basis ? input.basis.consent : null,
    norm: 'norm' in input.basis ? input.basis.norm : null,
  };
  const claim = { learner, recipient, way, basis, on };
  const refused = refuseUnlessEntitled(claim, edition.disclosure, learnerState);
  if (refused !== null) return refused;
  const signer = signAs(official, { person, office, on }, edition.disclosure.decisionOffices);
  if (isRefusal(signer)) return signer;
  const data = { disclosure, learner, basis, signer, edition: edition.edition };
  const granted = disclosureGranted.draft({ occurredOn: on, refs: refsOf(data), data });
  if (give === null) return [granted];
  const what = { ...claim, disclosure, purpose: open.purpose, ...give };
  return [granted, draftInformationGiven(what, signer, edition.edition)];
}

/** Decides `refuse-disclosure`: on a ground of the regulation. */
export const decideRefuse = fitting(disclosureFit, draftRefusal);

function draftRefusal(
  state: DisclosureState,
  input: RefuseDisclosure,
  { on, edition, official }: DisclosureContext,
): Decision {
  const { disclosure, refusalGround, norm, reason, signer: person, office } = input;
  const open = undecidedApplication(state, disclosure, on);
  if (isRefusal(open)) return open;
  const known = edition.disclosure.refusalGrounds.map(({ id }) => id);
  if (!known.includes(refusalGround)) return refusalGroundUnknown({ refusalGround, known });
  const signer = signAs(official, { person, office, on }, edition.disclosure.decisionOffices);
  if (isRefusal(signer)) return signer;
  const why = reason === undefined ? {} : { reason: { value: reason } };
  const whose = { disclosure, learner: open.learner };
  const data = { ...whose, refusalGround, norm, ...why, signer, edition: edition.edition };
  return [disclosureRefused.draft({ occurredOn: on, refs: refsOf(data), data })];
}

/**
 * Decides `give-information`: what was granted, once, if the recipient is still entitled on the
 * day.
 */
export const decideGive = fitting(disclosureFit, draftGiving);

function draftGiving(
  state: DisclosureState,
  input: GiveInformation,
  { on, edition, official, learnerState }: DisclosureContext,
): Decision {
  const { disclosure, given, medium, signer: person, office } = input;
  const application = receivedApplication(state, disclosure, on);
  if (isRefusal(application)) return application;
  const { learner, applicant: recipient, way, purpose, granted, givenOn } = application;
  if (granted === null) return notGranted({ disclosure, on });
  if (givenOn !== null) return informationGivenAlready({ disclosure, on: givenOn });
  const claim = { learner, recipient, way, basis: granted.basis, on };
  const refused = refuseUnlessEntitled(claim, edition.disclosure, learnerState);
  if (refused !== null) return refused;
  const signer = signAs(official, { person, office, on }, edition.disclosure.decisionOffices);
  if (isRefusal(signer)) return signer;
  const what = { ...claim, disclosure, purpose, given, medium };
  return [draftInformationGiven(what, signer, edition.edition)];
}

function dueOf(
  { dueOn, deadline, applicant }: AskDisclosureTerm,
  rules: DisclosureRules,
  on: string,
) {
  if (dueOn !== null) return { deadline: null, dueOn };
  const fit = rules.deadlines.filter(({ recipients }) => recipients.includes(applicant.kind));
  const term = deadline === null ? fit[0] : fit.find(({ id }) => id === deadline);
  if (term === undefined) {
    const deadlines = fit.map(({ id }) => id);
    return answerTermUnknown({ deadline, recipient: applicant.kind, deadlines });
  }
  return { deadline: term.id, dueOn: termEnd(on, term, rules) };
}

const personalWords = ({
  applicantName,
  asked,
}: Pick<AskDisclosure, 'applicantName' | 'asked'>) => ({
  ...(applicantName === undefined ? {} : { applicantName: { value: applicantName } }),
  ...(asked === undefined ? {} : { asked: { value: asked } }),
});

/** The application as it was on a day, if it was received by then. */
function receivedApplication(
  state: DisclosureState,
  disclosure: string,
  on: string,
): Application | Refusal {
  if (state.application === null) return applicationUnknown({ disclosure });
  const { receivedOn: after } = state.application;
  return stateOn(disclosureFacts, state, on).application ?? actOutOfOrder({ on, after });
}

/** The application as it was on a day, if it was received and not decided by then. */
function undecidedApplication(
  state: DisclosureState,
  disclosure: string,
  on: string,
): Application | Refusal {
  const application = receivedApplication(state, disclosure, on);
  if (isRefusal(application)) return application;
  const decidedOn = application.granted?.on ?? application.refusedOn;
  return decidedOn === null ? application : applicationDecided({ disclosure, on: decidedOn });
}

const refsOf = (data: {
  readonly disclosure: string;
  readonly learner: string;
  readonly signer: { readonly person: string };
}) => ({
  disclosure: [data.disclosure],
  learner: [data.learner],
  official: [data.signer.person],
});
