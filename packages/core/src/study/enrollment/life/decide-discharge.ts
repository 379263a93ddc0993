import type * as z from 'zod';
import type { ReceivedCommand } from '../../../kernel/command.ts';
import type { Decision } from '../../../kernel/fold.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { LearnerState } from '../../../people/learner/facts/state.ts';
import { birthDateOn, hasSpecialNeedsOn } from '../../../people/learner/facts/state.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import type { EnrollmentRules } from '../../../rules/regulation/sections/enrollment.ts';
import { addYears, isLocalDate } from '../../../values/local-date.ts';
import { discharged } from '../facts/life-events.ts';
import { refsOf } from '../facts/life-questions.ts';
import { placeOn } from '../facts/questions.ts';
import type { EnrollmentState } from '../facts/state.ts';
import { notInRegulation } from '../facts/unknown.ts';
import type { dischargeLearner } from './commands.ts';
import type { DischargeContext } from './context.ts';
import { decideSteps, editionOfLifeAct, enrollmentIdsOf, stateUntil } from './decide-life.ts';
import type { LifeDraft } from './decide-moved.ts';
import {
  dischargeAgeUnknown,
  dischargeDuringLeave,
  dischargeNotForAge,
  dischargeNotForLearner,
  dischargeNotForProgramme,
  notPossibleNow,
  whereToMissing,
  whereToNotAsked,
} from './refusals.ts';

type DischargeInput = z.output<typeof dischargeLearner.schema>;

/** A reason of discharge, by the regulation. */
type Reason = EnrollmentRules['dischargeReasons'][number];

/**
 * Decides `discharge-learner`. Refuses as `draftDischarge`, `editionOfLifeAct` and `decideSteps`
 * do. D4, 273-FZ art. 61.
 */
export function decideDischarge(
  state: EnrollmentState,
  input: DischargeInput,
  context: DischargeContext,
  by: Pick<ReceivedCommand, 'sender' | 'id'>,
): Decision {
  const { enrollment, on } = input;
  const act = { act: 'discharge', enrollment, on };
  const edition = editionOfLifeAct(state, act, context, by);
  if (isRefusal(edition)) return edition;
  const draft = draftDischarge(stateUntil(state, on), input, context, edition);
  return decideSteps(state, act, draft, context, by);
}

/** What a discharge says. */
interface DischargeSays {
  readonly on: string;
  readonly reason: string;
  readonly whereTo: string | null;
}

/**
 * The ordinary rule of a discharge. Refuses `not-in-regulation`, `discharge-not-for-programme`,
 * `discharge-not-for-learner`, `discharge-not-for-age`, `discharge-age-unknown`,
 * `discharge-during-leave`, `where-to-missing`, `where-to-not-asked`, `not-possible-now`. RK 1.7.
 */
export function draftDischarge(
  before: EnrollmentState,
  { on, reason: id, whereTo }: DischargeSays,
  context: DischargeContext,
  edition: Edition,
): readonly [LifeDraft] | Refusal {
  const { dischargeReasons } = edition.enrollment;
  const reason = dischargeReasons.find((one) => one.id === id);
  if (reason === undefined) {
    const known = dischargeReasons.map((one) => one.id);
    return notInRegulation({ field: 'reason', value: id, known });
  }
  const no =
    refuseUnlessForProgramme(reason, context.programme.programmeType) ??
    refuseUnlessForLearner(reason, before.learner, context.learner, on) ??
    refuseUnlessWhereTo(reason, whereTo);
  if (no !== null) return no;
  const { status, since, group } = placeOn(before, on);
  if (status === 'not-enrolled' || status === 'ended') {
    return notPossibleNow({ act: 'discharge', on, status, since });
  }
  if (reason.notDuringLeave && status === 'suspended') {
    return dischargeDuringLeave({ reason: id, on, since });
  }
  const data = {
    ...enrollmentIdsOf(before),
    group,
    reason: id,
    ...(whereTo === null ? {} : { whereTo }),
    edition: edition.edition,
  };
  return [discharged.draft({ occurredOn: on, refs: refsOf(before, group), data })];
}

function refuseUnlessForProgramme(
  { id: reason, programmeTypes }: Reason,
  programmeType: string,
): Refusal | null {
  if (programmeTypes.length === 0 || programmeTypes.includes(programmeType)) return null;
  return dischargeNotForProgramme({ reason, programmeType, programmeTypes });
}

/** Whom the reason spares: learners with special needs, and those below an age. */
function refuseUnlessForLearner(
  { id: reason, leastAge, notForSpecialNeeds }: Reason,
  learner: string,
  about: LearnerState,
  on: string,
): Refusal | null {
  if (notForSpecialNeeds && hasSpecialNeedsOn(about, on)) {
    return dischargeNotForLearner({ reason, learner });
  }
  if (leastAge === null) return null;
  const birthDate = birthDateOn(about, on);
  if (!isLocalDate(birthDate)) {
    return dischargeAgeUnknown({ reason, learner, leastAge });
  }
  const from = addYears(birthDate, leastAge);
  return on < from ? dischargeNotForAge({ reason, learner, leastAge, from }) : null;
}

function refuseUnlessWhereTo({ id: reason, asksWhereTo }: Reason, whereTo: string | null) {
  if (asksWhereTo) return whereTo === null ? whereToMissing({ reason }) : null;
  return whereTo === null ? null : whereToNotAsked({ reason, whereTo });
}
