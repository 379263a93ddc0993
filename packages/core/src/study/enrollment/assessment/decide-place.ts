import { isRefusal } from '../../../kernel/refusal.ts';
import { placeOfResult } from '../facts/assessment-questions.ts';
import type { ResultState } from '../facts/assessment-state.ts';
import type { RetakeState } from '../facts/debt-state.ts';
import { isWaiting } from '../facts/debt-state.ts';
import { editionFor, refuseUnlessOpen, studyOn } from '../facts/questions.ts';
import type { EnrollmentState } from '../facts/state.ts';
import { limitOf } from '../facts/term-questions.ts';
import type { EnrollmentContext } from '../life/context.ts';
import type { RecordInput } from './commands.ts';
import type { RetakeFound } from './decide-retake-taken.ts';

/* For which group a result is given, which is not always that of the study on its day. D6, D9. */

/** The result as the one in which a granted retake is taken; the retake gives its subject. */
export function asRetake({ planned: _planned, ...rest }: RecordInput, { event }: RetakeState) {
  return { ...rest, retake: event };
}

/**
 * The result of somebody who left as the retake that waits for them, where the regulation lets
 * those retake; null: there is none. D9.
 */
export function retakeOfLeft(
  state: EnrollmentState,
  input: RecordInput,
  context: EnrollmentContext,
): RecordInput | null {
  const { on, kind, module = null } = input;
  const edition = editionFor(context, on);
  if (isRefusal(edition) || studyOn(state, on).status !== 'ended') return null;
  const limit = limitOf(edition.retakes, kind ?? '', context.programme.programmeType);
  const waiting = [...state.retakes.values()].find(
    (one) => one.kind === kind && one.module === module && isWaiting(state, one),
  );
  return limit?.afterDischarge !== true || waiting === undefined ? null : asRetake(input, waiting);
}

/** What a result repeats. */
interface Repeated {
  readonly retake: RetakeFound | null;
  readonly appealed: ResultState | null;
}

/**
 * Group and edition of the result. An appeal is decided for the group of its result, also after the
 * learner has left: it is no act of study. RK 1.3.
 */
export function placeOf(
  state: EnrollmentState,
  input: RecordInput,
  { retake, appealed }: Repeated,
  context: EnrollmentContext,
) {
  if (appealed === null) {
    return placeOfResult(state, input, false, context, retake?.limit.afterDischarge);
  }
  const shut = refuseUnlessOpen(state, input.enrollment);
  if (shut !== null) return shut;
  const edition = editionFor(context, input.on);
  return isRefusal(edition) ? edition : { group: appealed.group, edition };
}
