import type { ActDay } from '../../acting/act-day.ts';
import { findAnnulled, personalReason } from '../../acting/annulling.ts';
import type { ActContext } from '../../acting/context.ts';
import type { WithId } from '../../acting/default-id.ts';
import { alreadyExists } from '../../acting/exists.ts';
import { refuseUnlessOrder } from '../../acting/order.ts';
import { annulmentData, annulmentPlace } from '../../acting/putting-right.ts';
import { refuseUnlessInOffice } from '../../acting/signer.ts';
import type { Fit } from '../../entry/fitting.ts';
import { fitting } from '../../entry/fitting.ts';
import { stateOn } from '../../entry/fold.ts';
import type { ReceivedCommand } from '../../kernel/command.ts';
import type { Decision } from '../../kernel/fold.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Edition } from '../../rules/regulation/facts/state.ts';
import { actOutOfOrder } from '../../values/day-order.ts';
import { markOnScale } from '../enrollment/facts/assessment-questions.ts';
import { refuseUnlessEnrolled, studyOn } from '../enrollment/facts/questions.ts';
import { enrollmentUnknown } from '../enrollment/facts/unknown.ts';
import { moduleUnknown } from '../programme/facts/unknown.ts';
import type {
  AnnulWorkEntry,
  ApproveTopic,
  DefendWork,
  ReviewWork,
  SubmitWork,
} from './commands.ts';
import type { DefenceContext, TopicContext } from './context.ts';
import {
  topicApproved,
  workDefended,
  workEntryAnnulled,
  workReviewed,
  workSubmitted,
} from './facts/events.ts';
import { resultNamed } from './facts/questions.ts';
import type { WorkEntry, WorkState, WorkSteps } from './facts/state.ts';
import { unfitSteps, workSteps } from './facts/state.ts';
import { workCodeUnknown } from './facts/unknown.ts';
import {
  notAdmitted,
  reviewGradeMissing,
  reviewMissing,
  reviewTakesNoGrade,
  workDefendedAlready,
  workNotSubmitted,
  workUnknown,
} from './refusals.ts';

/** How the steps of a work rest on one another. */
const workFit: Fit<WorkSteps, WorkEntry> = { own: workSteps, unfit: unfitSteps };

/**
 * Decides `approve-topic`. Refuses `already-exists`, `enrollment-unknown`, `work-code-unknown`,
 * `module-unknown`, `order-required`, and as `signAs` does for the supervisor. D10, R1 §3.5b.
 */
export function decideApproveTopic(
  state: WorkState,
  input: WithId<ApproveTopic>,
  { edition, study, programmeState, official, ground }: TopicContext,
): Decision {
  const { id: work, enrollment, kind, module, topic, supervisor, office, on } = input;
  if (state.id !== null) return alreadyExists({ kind: 'work', id: work });
  const none = refuseUnlessEnrolled(study, enrollment);
  if (none !== null || programmeState === null) return none ?? enrollmentUnknown({ enrollment });
  const rules = edition.works;
  const known = rules.workKinds.map((one) => one.id);
  if (!known.includes(kind)) return workCodeUnknown({ field: 'work', code: kind, known });
  const { programme } = study;
  if (module !== null && !Object.hasOwn(programmeState.modules, module)) {
    return moduleUnknown({ module, programme, modules: Object.keys(programmeState.modules) });
  }
  const unordered = refuseUnlessOrder('approve-topic', rules.orderFor, ground);
  if (unordered !== null) return unordered;
  const offices = rules.supervisorOffices;
  const group = studyOn(study, on).group;
  const scope = { programme, group, level: programmeState.level };
  const asked = { person: supervisor, office, on };
  // Where the regulation names no offices, any person may supervise.
  const no = offices.length === 0 ? null : refuseUnlessInOffice(official, asked, offices, scope);
  if (no !== null) return no;
  const whose = { work, learner: study.learner, enrollment, programme };
  const refs = { ...workRefs({ ...whose, module }), official: [supervisor] };
  const data = { ...whose, kind, module, topic: { value: topic }, supervisor };
  const fact = { ...data, edition: edition.edition };
  return [topicApproved.draft({ occurredOn: on, refs, data: fact })];
}

/**
 * Decides `submit-work`, also where it is entered late. Refuses `work-unknown`,
 * `work-defended-already`, `act-out-of-order` before the topic, and `entry-contradicted` where a
 * later defence would be without a review. D10, RK 1.5.
 */
export const decideSubmitWork = fitting(workFit, submitted);

function submitted(
  state: WorkState,
  { work, sha256, locator, on }: SubmitWork,
  { edition }: ActDay,
): Decision {
  const no = refuseUnlessOpen(state, work, on);
  if (no !== null) return no;
  const words = locator === null ? {} : { locator: { value: locator } };
  const data = { ...workIds(state), sha256, ...words, edition: edition.edition };
  return [workSubmitted.draft({ occurredOn: on, refs: stateRefs(state), data })];
}

/**
 * Decides `review-work`, also where it is entered late; the grade is on the scale that the
 * regulation names. Refuses `work-unknown`, `work-defended-already`, `act-out-of-order`,
 * `work-not-submitted`, `work-code-unknown`, `review-grade-missing`, `review-takes-no-grade` and
 * `not-on-scale`. D10, R1 §4.2.5.
 */
export const decideReviewWork = fitting(workFit, reviewed);

function reviewed(
  state: WorkState,
  { work, reviewer, grade, recommendation, review, on }: ReviewWork,
  { edition }: ActDay,
): Decision {
  const no = refuseUnlessOpen(state, work, on);
  if (no !== null) return no;
  if (stateOn(workSteps, state, on).submittedOn === null) return workNotSubmitted({ work, on });
  const { recommendations } = edition.works;
  const found = recommendations.find((one) => one.id === recommendation);
  if (found === undefined) {
    const known = recommendations.map((one) => one.id);
    return workCodeUnknown({ field: 'recommendation', code: recommendation, known });
  }
  const mark = gradeOf(edition, grade);
  if (isRefusal(mark)) return mark;
  const refs = { ...stateRefs(state), official: [reviewer] };
  const data = {
    ...workIds(state),
    reviewer,
    bySupervisor: reviewer === state.supervisor,
    grade: mark,
    recommendation,
    admits: found.admits,
    ...(review === undefined ? {} : { review: { value: review } }),
    edition: edition.edition,
  };
  return [workReviewed.draft({ occurredOn: on, refs, data })];
}

/**
 * Decides `defend-work`; the result must be of a form in which works are defended. Refuses
 * `work-unknown`, `work-defended-already`, `work-not-submitted`, `act-out-of-order`,
 * `review-missing`, `not-admitted`, and as `resultNamed` does. D10, R1 §4.2.5.
 */
export function decideDefendWork(
  state: WorkState,
  { work, result: event }: DefendWork,
  { study, edition }: DefenceContext,
): Decision {
  if (state.id === null) return workUnknown({ work });
  if (state.result !== null && study.results.get(state.result)?.annulledOn === null) {
    return workDefendedAlready({ work, result: state.result });
  }
  const { defenceForms: forms, defenceByProtocol: byProtocol } = edition.works;
  const result = resultNamed(study, { id: work, event, module: state.module, forms, byProtocol });
  if (isRefusal(result)) return result;
  const { on } = result;
  const { submittedOn, review } = stateOn(workSteps, state, on);
  if (submittedOn === null) return workNotSubmitted({ work, on });
  if (edition.works.reviewRequired && review === null) return reviewMissing({ work });
  if (edition.works.admissionRequired && review !== null && !review.admits) {
    return notAdmitted({ work, recommendation: review.recommendation });
  }
  const protocol = result.basis?.kind === 'protocol' ? result.basis.id : null;
  const data = { ...workIds(state), result: result.event, protocol, edition: edition.edition };
  return [workDefended.draft({ occurredOn: on, refs: stateRefs(state), data })];
}

/**
 * Decides `annul-work-entry`: a step that was entered in error never was. Refuses `entry-rested-on`
 * where later steps could not be without it, and as `findPutRight` does. D10, RK 1.8.
 */
export function decideAnnulWorkEntry(
  state: WorkState,
  input: AnnulWorkEntry,
  context: ActContext,
  { sender: { ground } }: Pick<ReceivedCommand, 'sender'>,
): Decision {
  const asked = { act: 'annul-work-entry', of: input.work, orderRequired: false, ground };
  const found = findAnnulled(workFit, state, input, context, asked);
  if (isRefusal(found)) return found;
  const { work, learner, enrollment, programme } = found.entry.event.data;
  const data = {
    work,
    learner,
    enrollment,
    programme,
    ...annulmentData(found, context, null),
    ...personalReason(input),
  };
  return [workEntryAnnulled.draft({ ...annulmentPlace(found), data })];
}

/** Refuses `work-unknown`, `work-defended-already` and `act-out-of-order`. */
function refuseUnlessOpen(state: WorkState, work: string, on: string): Refusal | null {
  if (state.id === null) return workUnknown({ work });
  if (on < state.approvedOn) return actOutOfOrder({ on, after: state.approvedOn });
  const { result } = stateOn(workSteps, state, on);
  return result === null ? null : workDefendedAlready({ work, result });
}

function gradeOf(edition: Edition, grade: string | undefined) {
  const { reviewScale: scale } = edition.works;
  if (scale === null) return grade === undefined ? null : reviewTakesNoGrade({ grade });
  if (grade === undefined) return reviewGradeMissing({ scale });
  return markOnScale(edition, scale, grade);
}

function workIds({ id, learner, enrollment, programme }: WorkState) {
  return { work: id ?? '', learner, enrollment, programme };
}

const stateRefs = (state: WorkState) => workRefs({ ...workIds(state), module: state.module });

function workRefs(whose: ReturnType<typeof workIds> & { readonly module: string | null }) {
  const { work, learner, enrollment, programme, module } = whose;
  return {
    work: [work],
    learner: [learner],
    enrollment: [enrollment],
    programme: [programme],
    module: module === null ? [] : [module],
  };
}
