import type { WithId } from '../../acting/default-id.ts';
import { alreadyExists } from '../../acting/exists.ts';
import { signAs } from '../../acting/signer.ts';
import type { Fit } from '../../entry/fitting.ts';
import { fitting } from '../../entry/fitting.ts';
import { stateOn } from '../../entry/fold.ts';
import type { Decision } from '../../kernel/fold.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { refuseUnlessAchievementOf } from '../../merit/achievement/facts/questions.ts';
import { refuseUnlessRepresents } from '../../people/learner/facts/questions.ts';
import type { OfficialState } from '../../rules/official/facts/state.ts';
import { actOutOfOrder } from '../../values/day-order.ts';
import { findSubject } from '../enrollment/facts/assessment-questions.ts';
import {
  enrollmentParts,
  refuseUnlessEnrolled,
  scopeOf,
  studyOn,
} from '../enrollment/facts/questions.ts';
import type {
  ApplyForCredit,
  CompareCredit,
  NoteCreditNotDone,
  WithdrawCredit,
} from './commands.ts';
import type { CreditContext } from './context.ts';
import { creditApplied, creditCompared, creditNotDone, creditWithdrawn } from './facts/events.ts';
import type {
  CreditEntry,
  CreditRecord,
  CreditState,
  CreditSteps,
  CreditSubject,
} from './facts/state.ts';
import { creditSteps, subjectKey, unfitCreditSteps } from './facts/state.ts';
import { creditUnknown } from './facts/unknown.ts';
import {
  creditApplicantUnknown,
  creditDecidedAlready,
  creditIsWithdrawn,
  creditMethodUnknown,
  creditNotWanted,
  creditSourceUnknown,
} from './refusals.ts';

/** How the steps of an application rest on one another. */
export const creditFit: Fit<CreditSteps, CreditEntry> = {
  own: creditSteps,
  unfit: unfitCreditSteps,
};

/**
 * Decides `apply-for-credit`. Refuses `already-exists`, `enrollment-unknown`,
 * `credit-source-unknown`, `credit-applicant-unknown`, `representative-unknown`, as `findSubject`
 * does for each subject, and an achievement of another learner. R4 §2.2.9, R5 §5.
 */
export function decideApplyForCredit(
  state: CreditState,
  input: WithId<ApplyForCredit>,
  context: CreditContext,
): Decision {
  const { id: credit, enrollment, source, achievement, wanted, document, on } = input;
  if (state.id !== null)
    return alreadyExists({ kind: 'credit-application', id: credit, standing: state.appliedOn });
  const { edition, study } = context;
  const none = refuseUnlessEnrolled(study, enrollment);
  if (none !== null) return none;
  const { learner } = study;
  const { sources } = edition.credits;
  if (!sources.includes(source.kind)) return creditSourceUnknown({ source: source.kind, sources });
  const applicant = applicantOf(input, context);
  if (isRefusal(applicant)) return applicant;
  for (const { module, kind } of wanted) {
    const group = groupOf(context);
    const found = findSubject({ module, kind }, group, edition, context.of);
    if (isRefusal(found)) return found;
  }
  if (achievement !== null) {
    const no = refuseUnlessAchievementOf(achievement, context.achievement, { learner, on }, false);
    if (no !== null) return no;
  }
  const words = document === undefined ? {} : { document: { value: document } };
  const what = { applicant, source, achievement, ...words, wanted, edition: edition.edition };
  const data = { credit, learner, enrollment, ...what };
  const refs = creditRefs({ id: credit, learner, enrollment, wanted, achievement });
  return [creditApplied.draft({ occurredOn: on, refs, data })];
}

/**
 * Decides `compare-credit`, also where it is entered late. Refuses `credit-not-wanted`,
 * `credit-method-unknown`, `entry-contradicted` where a later decision granted what does not
 * suffice, as `refuseIfSettled` does, and as `signAs` does. R5 §5.2, RK 1.5.
 */
export const decideCompareCredit = fitting(creditFit, compared);

function compared(
  state: CreditRecord,
  input: CompareCredit,
  context: CreditContext & { readonly official: OfficialState },
): Decision {
  const { credit, lines, comparedBy: person, office, on } = input;
  const no = refuseIfSettled(state, credit, on);
  if (no !== null) return no;
  const { methods, comparisonOffices } = context.edition.credits;
  for (const one of lines) {
    const unwanted = refuseUnlessWanted(state, credit, one);
    if (unwanted !== null) return unwanted;
    const { method } = one;
    if (!methods.includes(method)) return creditMethodUnknown({ method, methods });
  }
  const asked = { person, office, on };
  const signer = signAs(context.official, asked, comparisonOffices, creditScope(context));
  if (isRefusal(signer)) return signer;
  const data = { ...creditIds(state, credit), lines, signer, edition: context.edition.edition };
  const refs = { ...creditRefs({ ...state, wanted: lines }), official: [person] };
  return [creditCompared.draft({ occurredOn: on, refs, data })];
}

/**
 * Decides `withdraw-credit`: credit depends on the learner's will. Refuses
 * `credit-applicant-unknown`, `representative-unknown`, `entry-contradicted` beside a later
 * comparison or decision, and as `refuseIfSettled` does. R5 §5, RK 1.5.
 */
export const decideWithdrawCredit = fitting(creditFit, withdrawn);

function withdrawn(state: CreditRecord, input: WithdrawCredit, context: CreditContext): Decision {
  const { credit, on } = input;
  const no = refuseIfSettled(state, credit, on);
  if (no !== null) return no;
  const applicant = applicantOf(input, context);
  if (isRefusal(applicant)) return applicant;
  const data = { ...creditIds(state, credit), applicant, edition: context.edition.edition };
  return [creditWithdrawn.draft({ occurredOn: on, refs: creditRefs(state), data })];
}

/**
 * Decides `note-credit-not-done`. Refuses `credit-not-wanted` for a subject that was not granted.
 */
export function decideNoteCreditNotDone(
  state: CreditState,
  { credit, module, kind, refusal, on }: NoteCreditNotDone,
): Decision {
  const granted = state.granted.some((one) => one.module === module && one.kind === kind);
  if (!granted) {
    const wanted = state.granted.map(subjectKey);
    return creditNotWanted({ credit, subject: subjectKey({ module, kind }), wanted });
  }
  const data = { ...creditIds(state, credit), module, kind, refusal };
  const refs = creditRefs({ ...state, wanted: [{ module, kind }] });
  return [creditNotDone.draft({ occurredOn: on, refs, data })];
}

/**
 * Refuses an application that is not open on a day: `credit-unknown`, `act-out-of-order` before the
 * application, `credit-decided-already`, `credit-withdrawn`.
 */
export function refuseIfSettled(state: CreditRecord, credit: string, on: string): Refusal | null {
  if (state.id === null) return creditUnknown({ credit });
  if (on < state.appliedOn) return actOutOfOrder({ on, after: state.appliedOn });
  const { decidedOn, withdrawnOn } = stateOn(creditSteps, state, on);
  if (decidedOn !== null) return creditDecidedAlready({ credit, on: decidedOn });
  return withdrawnOn === null ? null : creditIsWithdrawn({ credit, on: withdrawnOn });
}

/** Refuses `credit-not-wanted` where nobody applied for the subject. */
export function refuseUnlessWanted(
  { wanted }: Pick<CreditSteps, 'wanted'>,
  credit: string,
  asked: CreditSubject,
): Refusal | null {
  const keys = wanted.map(subjectKey);
  const subject = subjectKey(asked);
  return keys.includes(subject) ? null : creditNotWanted({ credit, subject, wanted: keys });
}

/** The learner's group on the day of the act; '' where there is none. */
export const groupOf = ({ study, on }: Pick<CreditContext, 'study' | 'on'>): string =>
  studyOn(study, on).group ?? '';

/** The scope that an official's appointment must cover: programme, group and level. */
export const creditScope = (context: CreditContext) => scopeOf(context.of, groupOf(context));

type Whose = Pick<CreditSteps, 'learner' | 'enrollment'>;

/** The ids that every event of an application carries in its data. */
export const creditIds = ({ learner, enrollment }: Whose, credit: string) => ({
  credit,
  learner,
  enrollment,
});

/** The refs of an event of an application. */
export function creditRefs(
  of: Pick<CreditSteps, 'id' | 'learner' | 'enrollment' | 'wanted' | 'achievement'>,
) {
  return {
    credit: of.id === null ? [] : [of.id],
    learner: [of.learner],
    enrollment: [of.enrollment],
    programme: [enrollmentParts(of.enrollment).programme],
    module: of.wanted.flatMap(({ module }) => module ?? []),
    achievement: of.achievement === null ? [] : [of.achievement],
  };
}

/** Who applies: the learner, or a representative with full rights on the day. RK 1.16. */
function applicantOf(
  { applicant, on }: Pick<ApplyForCredit, 'applicant' | 'on'>,
  { edition, about }: CreditContext,
): string | Refusal {
  const { applicants } = edition.credits;
  const kind = applicant === 'learner' ? 'learner' : 'representative';
  if (!applicants.includes(kind)) return creditApplicantUnknown({ applicant: kind, applicants });
  if (applicant === 'learner') return 'learner';
  const { representative } = applicant;
  return refuseUnlessRepresents(about, { representative, on }, 'full') ?? representative;
}
