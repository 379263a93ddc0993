import type * as z from 'zod';
import { onOwnPaper } from '../../../acting/putting-right.ts';
import type { ReceivedCommand } from '../../../kernel/command.ts';
import type { Decision } from '../../../kernel/fold.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import { refuseIfReversed } from '../../../values/day-order.ts';
import type { GroupState } from '../../group/facts/state.ts';
import { groupUnknown } from '../../group/facts/unknown.ts';
import { reinstated, studyStarted, suspended, transferred } from '../facts/life-events.ts';
import { leaveFollows, refsOf } from '../facts/life-questions.ts';
import { placeOn } from '../facts/questions.ts';
import type { EnrollmentState } from '../facts/state.ts';
import { notInRegulation } from '../facts/unknown.ts';
import type { reinstateLearner, startStudy, suspendStudy, transferLearner } from './commands.ts';
import type { EnrollmentContext, MoveContext } from './context.ts';
import { refuseIfGroupClosed } from './decide-enroll.ts';
import { decideSteps, editionOfLifeAct, enrollmentIdsOf, stateUntil } from './decide-life.ts';
import type { LifeDraft } from './decide-moved.ts';
import { refuseUnlessPromoted } from './decide-promotion.ts';
import {
  backBeforeLeave,
  notPossibleNow,
  otherProgramme,
  sameGroup,
  studyBegun,
} from './refusals.ts';

type By = Pick<ReceivedCommand, 'sender' | 'id'>;

type StartInput = z.output<typeof startStudy.schema>;
type TransferInput = z.output<typeof transferLearner.schema>;
type SuspendInput = z.output<typeof suspendStudy.schema>;
type ReinstateInput = z.output<typeof reinstateLearner.schema>;

/*
 * `draft…` is the ordinary rule of a step: it is given the enrollment as the steps before it make
 * it, and serves late and corrected steps as well. `decide…` adds what the step means for the rest.
 */

/**
 * Decides `start-study`. Refuses `study-begun`, `not-possible-now`, and as `editionOfLifeAct` and
 * `decideSteps` do. R1 §3.2.
 */
export function decideStartStudy(
  state: EnrollmentState,
  input: StartInput,
  context: EnrollmentContext,
  by: By,
): Decision {
  const { enrollment, on } = input;
  const act = { act: 'start-study', enrollment, on };
  const edition = editionOfLifeAct(state, act, context, by);
  if (isRefusal(edition)) return edition;
  if (state.studyFrom !== null) return studyBegun({ enrollment, since: state.studyFrom });
  const draft = draftStart(stateUntil(state, on), input, edition);
  return decideSteps(state, act, draft, context, by);
}

/** The ordinary rule of beginning study. Refuses `not-possible-now`. */
export function draftStart(
  before: EnrollmentState,
  { on }: { readonly on: string },
  edition: Edition,
): readonly [LifeDraft] | Refusal {
  const { status, since, group } = placeOn(before, on);
  if (status !== 'not-begun') {
    return notPossibleNow({ act: 'start-study', on, status, since });
  }
  const data = { ...enrollmentIdsOf(before), edition: edition.edition };
  return [studyStarted.draft({ occurredOn: on, refs: refsOf(before, group), data })];
}

/**
 * Decides `transfer-learner`. Refuses as `draftTransfer`, `editionOfLifeAct` and `decideSteps` do.
 * Results given later in the old group stay in its journal. D4.
 */
export function decideTransfer(
  state: EnrollmentState,
  input: TransferInput,
  context: MoveContext,
  by: By,
): Decision {
  const { enrollment, on } = input;
  const act = { act: 'transfer', enrollment, on };
  const edition = editionOfLifeAct(state, act, context, by);
  if (isRefusal(edition)) return edition;
  const draft = draftTransfer(stateUntil(state, on), input, context, edition);
  return decideSteps(state, act, draft, context, by);
}

/**
 * The ordinary rule of a transfer. Refuses `not-possible-now`, `same-group`, and as
 * `groupToEnter` and `refuseUnlessPromoted` do.
 */
export function draftTransfer(
  before: EnrollmentState,
  { to, on }: { readonly to: string; readonly on: string },
  context: MoveContext,
  edition: Edition,
): readonly [LifeDraft] | Refusal {
  const { status, since, group } = placeOn(before, on);
  if (status !== 'studying' && status !== 'not-begun') {
    return notPossibleNow({ act: 'transfer', on, status, since });
  }
  if (group === to) return sameGroup({ group, on });
  const entered = groupToEnter(before, to, on, context);
  if (isRefusal(entered)) return entered;
  const no = refuseUnlessPromoted(before, { from: group, to, on }, context, edition);
  if (no !== null) return no;
  const data = { ...enrollmentIdsOf(before), fromGroup: group, toGroup: to };
  const all = { ...data, edition: edition.edition };
  return [transferred.draft({ occurredOn: on, refs: refsOf(before, group, to), data: all })];
}

/**
 * Decides `suspend-study`, with the return where `backOn` gives its day. Refuses as `draftSuspend`,
 * `editionOfLifeAct` and `decideSteps` do. D4.
 */
export function decideSuspend(
  state: EnrollmentState,
  input: SuspendInput,
  context: EnrollmentContext,
  by: By,
): Decision {
  const { enrollment, on } = input;
  const act = { act: 'suspend', enrollment, on };
  const edition = editionOfLifeAct(state, act, context, by);
  if (isRefusal(edition)) return edition;
  const draft = draftSuspend(stateUntil(state, on), input, edition);
  if (isRefusal(draft) || input.backOn === null) {
    return decideSteps(state, act, draft, context, by);
  }
  const { backOn, backGround: ground = by.sender.ground } = input;
  if (backOn <= on) return backBeforeLeave({ on, backOn });
  const back = { act: 'reinstate', enrollment, on: backOn };
  const byPaper = { ...by, sender: { ...by.sender, ground } };
  const later = editionOfLifeAct(state, back, context, byPaper);
  if (isRefusal(later)) return later;
  const group = placeOn(stateUntil(state, on), on).group ?? '';
  const data = { ...enrollmentIdsOf(state), group, edition: later.edition };
  const refs = refsOf(state, group);
  const returned = [reinstated.draft({ occurredOn: backOn, refs, data })];
  const own = input.backGround === undefined ? returned : onOwnPaper(returned, ground);
  return decideSteps(state, act, [...draft, ...own], context, by);
}

/** What a leave says. */
interface LeaveSays {
  readonly on: string;
  readonly reason: string;
  readonly until: string | null;
}

/**
 * The ordinary rule of a leave. One leave may follow another without a return between, as
 * {@link leaveFollows} says: that one ends as this begins. Refuses `not-in-regulation`,
 * `period-reversed`, `not-possible-now`. 273-FZ art. 34 part 1 no. 12.
 */
export function draftSuspend(
  before: EnrollmentState,
  { reason, until, on }: LeaveSays,
  { enrollment: rules, edition }: Edition,
): readonly [LifeDraft] | Refusal {
  const reasons = rules.suspensionReasons.map((one) => one.id);
  if (!reasons.includes(reason)) {
    return notInRegulation({ field: 'reason', value: reason, known: reasons });
  }
  const reversed = refuseIfReversed(on, until);
  if (reversed !== null) return reversed;
  const { status, since, group } = placeOn(before, on);
  const last = before.entries.get(before.lifeFacts.at(-1)?.event ?? '')?.event;
  const follows = last?.type === 'Suspended' && leaveFollows(last, { on, reason });
  if ((status !== 'studying' && !follows) || group === null) {
    return notPossibleNow({ act: 'suspend', on, status, since });
  }
  const data = { ...enrollmentIdsOf(before), reason, until, edition };
  return [suspended.draft({ occurredOn: on, refs: refsOf(before, group), data })];
}

/**
 * Decides `reinstate-learner`. Refuses as `draftReinstate`, `editionOfLifeAct` and `decideSteps`
 * do. D4.
 */
export function decideReinstate(
  state: EnrollmentState,
  input: ReinstateInput,
  context: MoveContext,
  by: By,
): Decision {
  const { enrollment, on } = input;
  const act = { act: 'reinstate', enrollment, on };
  const edition = editionOfLifeAct(state, act, context, by);
  if (isRefusal(edition)) return edition;
  const draft = draftReinstate(stateUntil(state, on), input, context, edition);
  return decideSteps(state, act, draft, context, by);
}

/**
 * The ordinary rule of a return from leave or after a discharge. Who comes back from leave into
 * another year needs the decision on theirs; a discharge has ended it, and the order of the
  const entered =
    status === 'ended' || group !== left
      ? groupToEnter(before, group, on, context)
      : refuseIfMerged(context.groups.get(left), on);
  if (isRefusal(entered)) return entered;
  if (status === 'suspended') {
    const no = refuseUnlessPromoted(before, { from: left, to: group, on }, context, edition);
    if (no !== null) return no;
  }
 */
export function draftReinstate(
  before: EnrollmentState,
  { group: into, on }: { readonly group?: string | undefined; readonly on: string },
  context: MoveContext,
  edition: Edition,
): readonly [LifeDraft] | Refusal {
  const { status, since, group: left } = placeOn(before, on);
  const completed = before.lifeFacts.at(-1)?.type === 'Completed';
  if ((status !== 'suspended' && status !== 'ended') || completed) {
    return notPossibleNow({ act: 'reinstate', on, status, since });
  }
  const group = into ?? left;
  // Coming back from leave into the same group is no new admission: the group may be closed.
  const entered =
    status === 'ended' || group !== left
      ? groupToEnter(before, group, on, context)
      : refuseIfMerged(context.groups.get(left), on);
  if (isRefusal(entered)) return entered;
  if (status === 'suspended') {
    const no = refuseUnlessPromoted(before, { from: left, to: group, on }, context, edition);
    if (no !== null) return no;
  }
  const data = { ...enrollmentIdsOf(before), group, edition: edition.edition };
  return [reinstated.draft({ occurredOn: on, refs: refsOf(before, left, group), data })];
}

/**
 * Refuses `group-closed` for a group that was merged into another by a day: its lessons are held
 * there. RK 4 no. 5.
 */
function refuseIfMerged(group: GroupState | undefined, on: string): Refusal | null {
  if (group === undefined || group.mergedInto === null) return null;
  return refuseIfGroupClosed(group, on);
}

/**
 * The group that the learner enters on a day. Refuses `group-unknown`, `other-programme` and
 * `group-closed`.
 */
export function groupToEnter(
  state: EnrollmentState,
  group: string,
  on: string,
  { group: open }: EnrollmentContext,
): GroupState | Refusal {
  if (open === null) return groupUnknown({ group });
  if (open.programme !== state.programme) {
    const { programme } = state;
    return otherProgramme({ group, programme, groupProgramme: open.programme });
  }
  return refuseIfGroupClosed(open, on) ?? open;
}
