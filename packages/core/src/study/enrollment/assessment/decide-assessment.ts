import type { ReceivedCommand } from '../../../kernel/command.ts';
import type { Decision } from '../../../kernel/fold.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { eventId } from '../../../kernel/uuid.ts';
import { refuseUnlessBasisAllowed } from '../../../merit/achievement/facts/questions.ts';
import { refuseUnlessMayGrant } from '../../../people/learner/facts/questions.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import { refuseIfOwesBeforeFinal } from '../debt/decide-final-debts.ts';
import { assessmentRecorded } from '../facts/assessment-events.ts';
import type { Subject } from '../facts/assessment-questions.ts';
import { findSubject, placeOfResult, refuseIfPlannedTaken } from '../facts/assessment-questions.ts';
import { refsOf } from '../facts/life-questions.ts';
import type { EnrollmentState } from '../facts/state.ts';
import { refuseIfAttestationOnly } from '../facts/study-questions.ts';
import { notInRegulation } from '../facts/unknown.ts';
import type { EnrollmentContext } from '../life/context.ts';
import { enrollmentIdsOf } from '../life/decide-life.ts';
import type { RecordInput } from './commands.ts';
import { assessorOf, basisOf, resultOf } from './decide-assessed.ts';
import { refuseUnlessFinalLast } from './decide-final-last.ts';
import { findRetake, settlementOf, retakeTakenOf } from './decide-retake-taken.ts';
import { refuseUnlessFitsStateFinal } from './decide-state-final.ts';

/**
 * Decides `record-assessment`; a passed retake also settles its debt in the same append. `by.id` is
 * the command's id, from which the event's id is made. Refuses `not-in-regulation`,
 * `already-assessed`, `debts-open`, `final-not-last`, and as the questions in its sibling files do.
 * D6, D9.
 */
export function decideRecordAssessment(
  state: EnrollmentState,
  input: RecordInput,
  context: EnrollmentContext,
  by: Pick<ReceivedCommand, 'id'>,
): Decision {
  const retake = findRetake(state, input, context);
  if (isRefusal(retake)) return retake;
  const place = placeOfResult(state, input, false, context, retake?.limit.afterDischarge);
  if (isRefusal(place)) return place;
  const { group, edition } = place;
  const subject = findSubject({ ...input, ...retake?.subject }, group, edition, context);
  if (isRefusal(subject)) return subject;
  const closed = refuseUnlessFitsStateFinal(subject, edition);
  if (closed !== null) return closed;
  const { origin, on, conditions } = input;
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
  const taken = granted === null ? null : retakeTakenOf(granted, result, edition);
  const { kind, form, planned } = subject;
  const official = assessor.kind === 'official' ? [assessor.id] : [];
  return [
    assessmentRecorded.draft({
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
        edition: edition.edition,
      },
    }),
    ...settlementOf(state, { on, result, taken }, eventId(by.id, 0), edition),
  ];
}

interface NewResult {
  readonly input: RecordInput;
  readonly subject: Subject;
  readonly group: string;
  readonly result: { readonly outcome: string };
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
    refuseUnlessBasisAllowed(basis, context.restsOn, about, edition) ??
    refuseUnlessMayGrant(
      { ...about, conditions, module },
      context.restsOn?.learner ?? null,
      edition,
    );
  if (no !== null || result.outcome !== 'mark') return no;
  const mark = { module: module?.id ?? null, kind, on };
  return (
    refuseIfOwesBeforeFinal(state, mark, edition) ??
    refuseUnlessFinalLast(state, mark, edition.assessment.finalKind)
  );
}
