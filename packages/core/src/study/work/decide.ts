import type { ActDay } from '../../acting/act-day.ts';
import { alreadyExists } from '../../acting/exists.ts';
import type { WithId } from '../../acting/on.ts';
import { refuseUnlessOrder } from '../../acting/order.ts';
import { refuseUnlessInOffice } from '../../acting/signer.ts';
import type { Decision } from '../../kernel/fold.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Edition } from '../../rules/regulation/facts/state.ts';
import { actOutOfOrder } from '../../values/day-order.ts';
import { markOnScale } from '../enrollment/facts/assessment-questions.ts';
import { refuseUnlessEnrolled, studyOn } from '../enrollment/facts/questions.ts';
import { enrollmentUnknown } from '../enrollment/facts/unknown.ts';
import { moduleUnknown } from '../programme/facts/unknown.ts';
import type { ApproveTopic, DefendWork, ReviewWork, SubmitWork } from './commands.ts';
import type { DefenceContext, TopicContext } from './context.ts';
import { topicApproved, workDefended, workReviewed, workSubmitted } from './facts/events.ts';
import { resultNamed } from './facts/questions.ts';
import type { WorkState } from './facts/state.ts';
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
 * Decides `submit-work`. Refuses `work-unknown`, `work-defended-already`, `act-out-of-order`. D10.
 */
export function decideSubmitWork(
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
 * Decides `review-work`; the grade is on the scale that the regulation names. Refuses
 * `work-unknown`, `work-defended-already`, `act-out-of-order`, `work-not-submitted`,
 * `work-code-unknown`, `review-grade-missing`, `review-takes-no-grade` and `not-on-scale`. D10, R1
 * §4.2.5.
 */
export function decideReviewWork(
  state: WorkState,
  { work, reviewer, grade, recommendation, review, on }: ReviewWork,
  { edition }: ActDay,
): Decision {
  const no = refuseUnlessOpen(state, work, on);
  if (no !== null) return no;
  if (state.submittedOn === null) return workNotSubmitted({ work });
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
  if (state.submittedOn === null) return workNotSubmitted({ work });
  if (result.on < state.lastOn) return actOutOfOrder({ on: result.on, after: state.lastOn });
  const { review } = state;
  if (edition.works.reviewRequired && review === null) return reviewMissing({ work });
  if (edition.works.admissionRequired && review !== null && !review.admits) {
    return notAdmitted({ work, recommendation: review.recommendation });
  }
  const protocol = result.basis?.kind === 'protocol' ? result.basis.id : null;
  const data = { ...workIds(state), result: result.event, protocol, edition: edition.edition };
  return [workDefended.draft({ occurredOn: result.on, refs: stateRefs(state), data })];
}

/** Refuses `work-unknown`, `work-defended-already` and `act-out-of-order`. */
function refuseUnlessOpen(state: WorkState, work: string, on: string): Refusal | null {
  if (state.id === null) return workUnknown({ work });
  if (state.result !== null) return workDefendedAlready({ work, result: state.result });
  return on < state.lastOn ? actOutOfOrder({ on, after: state.lastOn }) : null;
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
