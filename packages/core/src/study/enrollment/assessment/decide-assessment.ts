import type { Decision } from '../../../kernel/fold.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { refuseUnlessBasisAllowed } from '../../../merit/achievement/facts/questions.ts';
import { refuseUnlessMayGrant } from '../../../people/learner/facts/questions.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import { refuseIfOwesBeforeFinal } from '../debt/decide-final-debts.ts';
import { draftMove } from '../debt/decide-retake.ts';
import { assessmentRecorded } from '../facts/assessment-events.ts';
import type { Subject } from '../facts/assessment-questions.ts';
import { findSubject, refuseIfPlannedTaken } from '../facts/assessment-questions.ts';
import type { ResultState } from '../facts/assessment-state.ts';
import type { ResultSubject } from '../facts/counting-questions.ts';
import { debtRules } from '../facts/debt-questions.ts';
import { refsOf } from '../facts/life-questions.ts';
import type { EnrollmentState } from '../facts/state.ts';
import { refuseIfAttestationOnly } from '../facts/study-questions.ts';
import { notInRegulation } from '../facts/unknown.ts';
import type { EnrollmentContext } from '../life/context.ts';
import { enrollmentIdsOf } from '../life/decide-life.ts';
import type { RecordInput } from './commands.ts';
import { refuseIfAttendanceDiffers } from './decide-absent.ts';
import type { ResultGiven } from './decide-assessed.ts';
import { assessorOf, basisOf, resultOf } from './decide-assessed.ts';
import {
  countedAs,
  findAppealed,
  refuseIfRetakeWaits,
  refuseUnlessLawfulSecond,
  retakeTakenUnnamed,
} from './decide-counting.ts';
import { refuseUnlessFinalLast } from './decide-final-last.ts';
import { asRetake, placeOf, retakeOfLeft } from './decide-place.ts';
import type { RetakeFound } from './decide-retake-taken.ts';
import { findRetake, retakeTakenOf } from './decide-retake-taken.ts';
import { refuseUnlessFitsStateFinal } from './decide-state-final.ts';
import { refuseUnlessSubjectFits } from './decide-subject.ts';

/**
 * Decides `record-assessment`. A result over a failure is the retake that was granted for it, named
 * or not; a retake held later than planned is moved in the same append. Refuses
 * `not-in-regulation`, `already-assessed`, `debts-open`, `final-not-last`, `retake-needed`,
 * `second-result`, and as the questions in its sibling files do. D6, D9, RK 1.3.
 */
export function decideRecordAssessment(
  state: EnrollmentState,
  input: RecordInput,
  context: EnrollmentContext,
): Decision {
  const retake = findRetake(state, input, context);
  if (isRefusal(retake)) return retake;
  const appealed = findAppealed(state, input);
  if (isRefusal(appealed)) return appealed;
  const left = retake === null && appealed === null ? retakeOfLeft(state, input, context) : null;
  if (left !== null) return decideRecordAssessment(state, left, context);
  const place = placeOf(state, input, { retake, appealed }, context);
  if (isRefusal(place)) return place;
  const { group, edition } = place;
  const repeated = retake?.subject ?? (appealed === null ? null : subjectOf(appealed));
  const subject = findSubject({ ...input, ...repeated }, group, edition, context);
  if (isRefusal(subject)) return subject;
  const closed = refuseUnlessFitsStateFinal(subject, edition);
  if (closed !== null) return closed;
  const rules = debtRules(context);
  const { kind, planned } = subject;
  const counted = { subject: { module: subject.module?.id ?? null, kind, planned }, group };
  const unfit = refuseUnlessSubjectFits(state, input, kind, edition);
  if (repeated === null && unfit !== null) return unfit;
  const countsFor =
    (retake?.failed ?? appealed)?.countsFor ?? countedAs(state, input, counted, edition, rules);
  if (repeated === null) {
    const { on } = input;
    const taken = retakeTakenUnnamed(state, { on, countsFor }, edition, rules);
    if (taken !== null) return decideRecordAssessment(state, asRetake(input, taken), context);
    const unclear = refuseIfRetakeWaits(state, input, countsFor, edition, rules);
    if (unclear !== null) return unclear;
  }
  const draft = draftResult(state, input, { group, edition, subject, retake, countsFor }, context);
  if (isRefusal(draft)) return draft;
  const { result, basis } = draft.data;
  if (repeated === null) {
    const basisKind = basis?.kind ?? null;
    const yearNamed = input.studyYear !== undefined;
    const plain = { on: input.on, countsFor, result, basisKind, yearNamed };
    const second = refuseUnlessLawfulSecond(state, plain, edition, rules);
    if (second !== null) return second;
  }
  if (retake === null || !retake.moved) return [draft];
  const { on } = input;
  const moved = draftMove(state, retake.granted, { plannedOn: on, on }, edition, context);
  return isRefusal(moved) ? moved : [draft, moved];
}

const subjectOf = ({ module, kind }: ResultState) => ({ module, kind });

interface Placed {
  readonly group: string;
  readonly edition: Edition;
  readonly subject: Subject;
  readonly retake: RetakeFound | null;
  readonly countsFor: ResultSubject;
}

function draftResult(
  state: EnrollmentState,
  input: RecordInput,
  { group, edition, subject, retake, countsFor }: Placed,
  context: EnrollmentContext,
) {
  const { origin, on, conditions, appealOf } = input;
  const { origins } = edition.assessment;
  if (!origins.includes(origin)) {
    return notInRegulation({ field: 'origin', value: origin, known: origins });
  }
  const granted = retake?.granted ?? null;
  const basis = basisOf(input, { kind: subject.kind, group, granted }, context, edition);
  if (isRefusal(basis)) return basis;
  const assessor = assessorOf(input, group, edition, context);
  if (isRefusal(assessor)) return assessor;
  const result = resultOf(input, subject, edition, context);
  if (isRefusal(result)) return result;
  const no = refuseUnlessAcceptable(state, { input, subject, group, result }, context, edition);
  if (no !== null) return no;
  const module = subject.module?.id ?? null;
  const taken = retake === null ? null : retakeTakenOf(retake, result, edition);
  const { kind, form, planned } = subject;
  const { studyYear, period, planned: plannedAs } = countsFor;
  const official = assessor.kind === 'official' ? [assessor.id] : [];
  return assessmentRecorded.draft({
    occurredOn: on,
    refs: { ...refsOf(state, group), module: module === null ? [] : [module], official },
    data: {
      ...enrollmentIdsOf(state),
      group,
      module,
      kind,
      form,
      origin,
      result,
      assessor,
      basis,
      planned,
      conditions,
      ...(taken === null ? {} : { retake: taken }),
      ...(appealOf === undefined ? {} : { appealOf }),
      countsFor: { studyYear, period, planned: plannedAs },
      edition: edition.edition,
    },
  });
}

interface NewResult {
  readonly input: RecordInput;
  readonly subject: Subject;
  readonly group: string;
  readonly result: ResultGiven;
}

/**
 * Refuses a result that the earlier facts rule out: a planned assessment already taken, a basis or
 * condition that does not fit, debts before a final mark, a final mark that is not the last.
 */
function refuseUnlessAcceptable(
  state: EnrollmentState,
  { input, subject, group, result }: NewResult,
  context: EnrollmentContext,
  edition: Edition,
): Refusal | null {
  const { basis, conditions, on } = input;
  const { module, kind, planned } = subject;
  const about = { learner: state.learner, kind, on };
  const no =
    refuseIfAttestationOnly(state, { kind, on }, edition) ??
    refuseIfPlannedTaken(state, group, planned) ??
    refuseIfAttendanceDiffers(input, subject, context, state.learner, edition) ??
    refuseUnlessBasisAllowed(basis, context.restsOn, about, edition) ??
    refuseUnlessMayGrant(
      { ...about, conditions, module },
      context.restsOn?.learner ?? null,
      edition,
    );
  if (no !== null || result.outcome !== 'mark') return no;
  const mark = { module: module?.id ?? null, kind, on };
  return (
    refuseIfOwesBeforeFinal(state, mark, edition, debtRules(context)) ??
    refuseUnlessFinalLast(state, mark, edition.assessment.finalKind)
  );
}
