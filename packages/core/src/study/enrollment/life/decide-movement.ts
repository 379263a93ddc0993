import type * as z from 'zod';
import type { ReceivedCommand } from '../../../kernel/command.ts';
import type { Decision } from '../../../kernel/fold.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import { refuseIfReversed } from '../../../values/day-order.ts';
import { groupUnknown } from '../../group/facts/unknown.ts';
import { reinstated, studyStarted, suspended, transferred } from '../facts/life-events.ts';
import { refsOf } from '../facts/life-questions.ts';
import { placeOn } from '../facts/questions.ts';
import type { EnrollmentState } from '../facts/state.ts';
import { notInRegulation } from '../facts/unknown.ts';
import type { reinstateLearner, startStudy, suspendStudy, transferLearner } from './commands.ts';
import type { EnrollmentContext } from './context.ts';
import { refuseIfAlreadyEnrolled, refuseIfGroupClosed } from './decide-enroll.ts';
import { editionOfLifeAct, decideLifeAct, enrollmentIdsOf } from './decide-life.ts';
import { refuseUnlessPromoted } from './decide-promotion.ts';
import { notPossibleNow, otherProgramme, sameGroup, studyBegun } from './refusals.ts';

type By = Pick<ReceivedCommand, 'sender'>;

/**
 * Decides `start-study`. Refuses `study-begun`, `not-possible-now`, and as `editionOfLifeAct` does.
 * R1 §3.2.
 */
export function decideStartStudy(
  state: EnrollmentState,
  input: z.output<typeof startStudy.schema>,
  context: EnrollmentContext,
  by: By,
): Decision {
  const { enrollment, on } = input;
  const edition = editionOfLifeAct(state, { act: 'start-study', enrollment, on }, context, by);
  if (isRefusal(edition)) return edition;
  if (state.studyFrom !== null) return studyBegun({ enrollment, since: state.studyFrom });
  const { status, since, group } = placeOn(state, on);
  if (status !== 'not-begun' || group === null) {
    return notPossibleNow({ act: 'start-study', on, status, since });
  }
  const next = { act: 'start-study', enrollment, on, phase: 'open', group, studyFrom: on } as const;
  const refs = refsOf(state, group);
  const data = { ...enrollmentIdsOf(state), edition: edition.edition };
  return decideLifeAct(state, next, studyStarted.draft({ occurredOn: on, refs, data }));
}

/**
 * Decides `transfer-learner`. Refuses `not-possible-now`, `same-group`, `group-unknown`,
 * `other-programme`, `group-closed`, `already-enrolled`, `results-outside`, and as
 * `editionOfLifeAct` does. D4.
 */
export function decideTransfer(
  state: EnrollmentState,
  input: z.output<typeof transferLearner.schema>,
  context: EnrollmentContext,
  by: By,
): Decision {
  const { enrollment, to, on } = input;
  const edition = editionOfLifeAct(state, { act: 'transfer', enrollment, on }, context, by);
  if (isRefusal(edition)) return edition;
  const { status, since, group } = placeOn(state, on);
  if ((status !== 'studying' && status !== 'not-begun') || group === null) {
    return notPossibleNow({ act: 'transfer', on, status, since });
  }
  if (group === to) return sameGroup({ group, on });
  const no = refuseUnlessMayEnter(state, to, on, context, edition);
  if (no !== null) return no;
  const data = {
    ...enrollmentIdsOf(state),
    fromGroup: group,
    toGroup: to,
    edition: edition.edition,
  };
  return decideLifeAct(
    state,
    { act: 'transfer', enrollment, on, phase: 'open', group: to },
    transferred.draft({ occurredOn: on, refs: refsOf(state, group, to), data }),
  );
}

/**
 * Decides `suspend-study`. Refuses `not-in-regulation`, `period-reversed`, `not-possible-now`,
 * `results-outside`, and as `editionOfLifeAct` does. D4.
 */
export function decideSuspend(
  state: EnrollmentState,
  input: z.output<typeof suspendStudy.schema>,
  context: EnrollmentContext,
  by: By,
): Decision {
  const { enrollment, reason, until, on } = input;
  const edition = editionOfLifeAct(state, { act: 'suspend', enrollment, on }, context, by);
  if (isRefusal(edition)) return edition;
  const reasons = edition.enrollment.suspensionReasons.map((one) => one.id);
  if (!reasons.includes(reason)) {
    return notInRegulation({ field: 'reason', value: reason, known: reasons });
  }
  const reversed = refuseIfReversed(on, until);
  if (reversed !== null) return reversed;
  const { status, since, group } = placeOn(state, on);
  if (status !== 'studying' || group === null) {
    return notPossibleNow({ act: 'suspend', on, status, since });
  }
  return decideLifeAct(
    state,
    { act: 'suspend', enrollment, on, phase: 'suspended', group },
    suspended.draft({
      occurredOn: on,
      refs: refsOf(state, group),
      data: { ...enrollmentIdsOf(state), reason, until, edition: edition.edition },
    }),
  );
}

/**
 * Decides `reinstate-learner`. Refuses `not-possible-now`, `group-unknown`, `other-programme`,
 * `group-closed`, `already-enrolled`, `results-outside`, and as `editionOfLifeAct` does. D4.
 */
export function decideReinstate(
  state: EnrollmentState,
  input: z.output<typeof reinstateLearner.schema>,
  context: EnrollmentContext,
  by: By,
): Decision {
  const { enrollment, on } = input;
  const edition = editionOfLifeAct(state, { act: 'reinstate', enrollment, on }, context, by);
  if (isRefusal(edition)) return edition;
  const { status, since, group: left } = placeOn(state, on);
  const completed = state.lifeFacts.at(-1)?.type === 'Completed';
  if ((status !== 'suspended' && status !== 'ended') || completed || left === null) {
    return notPossibleNow({ act: 'reinstate', on, status, since });
  }
  const group = input.group ?? left;
  // Coming back from leave into the same group is no new admission: the group may be closed.
  if (status === 'ended' || group !== left) {
    const no = refuseUnlessMayEnter(state, group, on, context, edition);
    if (no !== null) return no;
  }
  return decideLifeAct(
    state,
    { act: 'reinstate', enrollment, on, phase: 'open', group },
    reinstated.draft({
      occurredOn: on,
      refs: refsOf(state, left, group),
      data: { ...enrollmentIdsOf(state), group, edition: edition.edition },
    }),
  );
}

/**
 * Refuses a group that the learner may not enter on a day: `group-unknown`, `other-programme`,
 * `group-closed`, `already-enrolled`, and as `refuseUnlessPromoted` does.
 */
function refuseUnlessMayEnter(
  state: EnrollmentState,
  group: string,
  on: string,
  context: EnrollmentContext,
  edition: Edition,
): Refusal | null {
  const open = context.group;
  if (open === null || open.id !== group) return groupUnknown({ group });
  if (open.programme !== state.programme) {
    const { programme } = state;
    return otherProgramme({ group, programme, groupProgramme: open.programme });
  }
  return (
    refuseIfGroupClosed(open, on) ??
    refuseIfAlreadyEnrolled(context.otherEnrollments, group, on, edition.enrollment.onePer) ??
    refuseUnlessPromoted(state, open, on, context, edition)
  );
}
