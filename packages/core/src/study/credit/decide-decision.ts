import { refuseUnlessReason } from '../../acting/reason.ts';
import { signAs } from '../../acting/signer.ts';
import { fitting } from '../../entry/fitting.ts';
import { stateOn } from '../../entry/fold.ts';
import type { Decision } from '../../kernel/fold.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { refuseUnlessAchievementOf } from '../../merit/achievement/facts/questions.ts';
import { giftedOn } from '../../people/learner/facts/state.ts';
import { takenAtStateFinal } from '../../people/learner/facts/unknown.ts';
import type { Signer } from '../../values/shape.ts';
import {
  creditableResult,
  refuseIfPlannedTaken,
} from '../enrollment/facts/assessment-questions.ts';
import type { DecideCreditApplication } from './commands.ts';
import type { CreditDecisionContext } from './context.ts';
import {
  creditFit,
  creditRefs,
  creditScope,
  refuseIfSettled,
  refuseUnlessWanted,
  creditIds,
} from './decide.ts';
import { creditDecided } from './facts/events.ts';
import type { CreditRecord, CreditSteps, GrantedCredit } from './facts/state.ts';
import { creditSteps, subjectKey } from './facts/state.ts';
import {
  achievementNotForKind,
  creditNotCompared,
  creditUncontrolled,
  creditUndocumented,
  notListedAsGifted,
} from './refusals.ts';

/**
 * Decides `decide-credit-application`, also where it is entered late. A granted subject was applied
 * for, was compared where the regulation requires it, and can be credited to the enrollment: what
 * the enrollment would refuse is refused here. Refuses `credit-uncontrolled`, `credit-not-wanted`,
 * `credit-undocumented`, `credit-not-compared`, `not-listed-as-gifted`, `achievement-not-for-kind`,
 * `reason-missing`, `entry-contradicted` beside a later comparison, decision or withdrawal, as
 * `refuseIfSettled` and `creditableResult` do, and as `signAs` does. D11, R5 §5, RK 1.5.
 */
export const decideCreditDecision = fitting(creditFit, decided);

function decided(
  state: CreditRecord,
  input: DecideCreditApplication,
  context: CreditDecisionContext,
): Decision {
  const { credit, granted, reason, on } = input;
  const no = refuseIfSettled(state, credit, on);
  if (no !== null) return no;
  const signers = signersOf(input, context);
  if (isRefusal(signers)) return signers;
  const then = stateOn(creditSteps, state, on);
  const missing = state.wanted.length - granted.length;
  const some = missing > 0 ? 'part' : 'full';
  const outcome = granted.length === 0 ? 'refused' : some;
  for (const one of granted) {
    const unfit = refuseUnlessCreditable(then, input, one, { ...context, by: signers.signer });
    if (unfit !== null) return unfit;
  }
  const { reasonRequired } = context.edition.credits;
  const needed = reasonRequired && outcome !== 'full';
  const unsaid = refuseUnlessReason(`decide-credit: ${outcome}`, credit, needed, reason);
  if (unsaid !== null) return unsaid;
  const { source } = state;
  const words = reason === undefined ? {} : { reason: { value: reason } };
  const what = { outcome, granted, source, ...words, ...signers } as const;
  const data = { ...creditIds(state, credit), ...what, edition: context.edition.edition };
  const { signer, control } = signers;
  const official = [signer.person, ...(control === null ? [] : [control.person])];
  const refs = { ...creditRefs({ ...state, wanted: granted }), official };
  return [creditDecided.draft({ occurredOn: on, refs, data })];
}

/** Who decides and who controls; both appointments must cover the programme and its level. */
function signersOf(
  input: DecideCreditApplication,
  context: CreditDecisionContext,
): { readonly signer: Signer; readonly control: Signer | null } | Refusal {
  const { credit, decidedBy, office, controlledBy, controlOffice, on } = input;
  const { credits, general } = context.edition;
  const scope = creditScope(context);
  const deciding = { person: decidedBy, office, on };
  const signer = signAs(context.official, deciding, credits.decisionOffices, scope);
  if (isRefusal(signer)) return signer;
  const { controlOffices } = credits;
  if (controlledBy === null || context.controller === null) {
    return controlOffices === null
      ? { signer, control: null }
      : creditUncontrolled({ credit, offices: controlOffices });
  }
  // Where no control is required, a controller may be named in any of their offices.
  const offices = controlOffices ?? general.offices.map(({ id }) => id);
  const controlling = { person: controlledBy, office: controlOffice, on };
  const control = signAs(context.controller, controlling, offices, scope);
  return isRefusal(control) ? control : { signer, control };
}

/** Refuses a subject that was not applied for, does not suffice, or cannot be credited. */
function refuseUnlessCreditable(
  state: CreditSteps,
  input: DecideCreditApplication,
  one: GrantedCredit,
  { by, ...context }: CreditDecisionContext & { readonly by: Signer },
): Refusal | null {
  const { credit } = input;
  const no =
    refuseUnlessWanted(state, credit, one) ??
    (state.achievement === null
      ? refuseIfStudyUnfit(state, credit, one, context)
      : refuseIfAchievementUnfit(state, state.achievement, one, context));
  if (no !== null) return no;
  const fields = creditFields(one, state, { by, on: input.on });
  const creditable = creditableResult(context.study, fields, context.of);
  if (isRefusal(creditable)) return creditable;
  return refuseIfPlannedTaken(context.study, creditable.group, creditable.planned);
}

/** Refuses an earlier result without the required document or comparison. R5 §5.2. */
function refuseIfStudyUnfit(
  state: CreditSteps,
  credit: string,
  one: GrantedCredit,
  { edition: { credits } }: CreditDecisionContext,
): Refusal | null {
  if (credits.documentRequired && !state.documented) return creditUndocumented({ credit });
  if (!credits.comparisonRequired) return null;
  const subject = subjectKey(one);
  const suffices = state.compared.get(subject);
  if (suffices === true) return null;
  return creditNotCompared({ credit, subject, found: suffices === false });
}

/** Refuses an achievement that is not credited to this learner for this subject. R5 §1.2. */
function refuseIfAchievementUnfit(
  { learner }: CreditSteps,
  achievement: string,
  { module, kind }: GrantedCredit,
  { on, edition, about, of, achievement: found }: CreditDecisionContext,
): Refusal | null {
  const { credits, achievements } = edition;
  const no = refuseUnlessAchievementOf(
    achievement,
    found,
    { learner, on },
    achievements.basisMustBeVerified,
  );
  if (no !== null) return no;
  if (credits.achievementNeedsListing && giftedOn(about, on) === null) {
    return notListedAsGifted({ learner, on });
  }
  const kinds = credits.achievementKinds;
  if (!kinds.includes(kind)) return achievementNotForKind({ kind, kinds });
  const taught = module === null ? undefined : of.programme.modules[module];
  const barred = credits.achievementKindsNotStateFinal.includes(kind);
  return barred && taught?.stateFinal === true
    ? takenAtStateFinal({ module: taught.id, kind })
    : null;
}

/** The fields of the `credit-result` command that records a granted subject in its enrollment. */
export function creditFields(
  { module, kind, form, planned, scale, value }: GrantedCredit,
  { enrollment, source }: Pick<CreditSteps, 'enrollment' | 'source'>,
  { by, on }: { readonly by: Signer; readonly on: string },
) {
  return {
    enrollment,
    module,
    kind,
    ...(form === null ? {} : { form }),
    ...(planned === null ? {} : { planned }),
    ...(scale === null ? {} : { scale }),
    ...(value === null ? {} : { value }),
    source,
    decidedBy: by.person,
    office: by.office,
    on,
  };
}
