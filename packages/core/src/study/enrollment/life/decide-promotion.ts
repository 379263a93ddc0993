import type { RestingFact } from '../../../entry/refusals.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import type { GroupState } from '../../group/facts/state.ts';
import { editionFor } from '../facts/questions.ts';
import type { EnrollmentState, LifeFact } from '../facts/state.ts';
import { secondDecisionIn, yearDecisionOf } from '../facts/study-questions.ts';
import type { MoveContext } from './context.ts';
import { groupStageMissing, promotionRequired } from './refusals.ts';

/** Does a decision with this outcome lead from one form to the other? 273-FZ art. 58. */
export function leadsTo(outcome: string, fromStage: number, toStage: number): boolean {
  if (outcome === 'advances') return toStage > fromStage;
  return outcome === 'repeats' ? toStage === fromStage : true;
}

/** A move of a learner from one group to another: ids, and its first day. */
export interface Move {
  readonly from: string;
  readonly to: string;
  readonly on: string;
}

/** What a move is judged by. */
type PromotionContext = Pick<MoveContext, 'groups' | 'programme'>;

/**
 * Refuses to move a learner to a group of another form or study year without a decision on the
 * year, where the regulation requires one of this type of programme: `promotion-required`, and
 * `group-stage-missing` where a group does not say its form. 273-FZ art. 58 part 8, RK 1.6.
 */
export function refuseUnlessPromoted(
  state: EnrollmentState,
  { from: fromGroup, to: toGroup, on }: Move,
  { groups, programme }: PromotionContext,
  { enrollment: rules }: Edition,
): Refusal | null {
  const [from, to] = [groups.get(fromGroup), groups.get(toGroup)];
  if (from === undefined || to === undefined || from.id === to.id) return null;
  if (!rules.promotionRequired.includes(programme.programmeType)) return null;
  if (from.stage === null || to.stage === null) {
    const unsaid = [from, to].filter((one) => one.stage === null).map((one) => one.id ?? '');
    return groupStageMissing({ groups: unsaid });
  }
  if (areParallel(from, to)) return null;
  const parallel = [...groups].filter(([, one]) => areParallel(one, from)).map(([id]) => id);
  const ended = { studyYear: from.studyYear, groups: parallel };
  const decision = yearDecisionOf(state.study, ended, on);
  if (decision !== null && leadsTo(decision.outcome, from.stage, to.stage)) return null;
  // A second decision on the year before takes the learner back to the form of that year.
  const second = secondDecisionIn(state, parallel, on);
  if (second !== null) {
    const stage = groups.get(second.group)?.stage ?? null;
    if (stage !== null && leadsTo(second.outcome, stage, to.stage)) return null;
  }
  const stages = { fromStage: from.stage, toStage: to.stage };
  return promotionRequired({
    enrollment: state.id ?? '',
    fromGroup,
    toGroup,
    ...stages,
    decided: (decision ?? second)?.decision ?? null,
  });
}

/** Are two groups of one form and, as far as they say it, of one study year? */
function areParallel(one: GroupState, other: GroupState): boolean {
  const years = [one.studyYear, other.studyYear];
  return one.stage === other.stage && (years.includes(null) || one.studyYear === other.studyYear);
}

/**
 * The steps that had the decision which they need and would have it no more, where one state of the
 * enrollment takes the place of another. 273-FZ art. 58 part 8, RK 1.8.
 */
export function stepsLosingPromotion(
  before: EnrollmentState,
  after: EnrollmentState,
  context: MoveContext,
): readonly RestingFact[] {
  const had = new Set(unpromotedSteps(before, context).map((one) => moveKey(one)));
  return unpromotedSteps(after, context)
    .filter((one) => !had.has(moveKey(one)))
    .map(({ type, event: id, on }) => ({ type, id, on }));
}

const moveKey = ({ type, on, group }: LifeFact): string => `${type} ${on} ${group}`;

/** The transfers and returns from leave that lead to another year and have no decision for it. */
function unpromotedSteps(state: EnrollmentState, context: MoveContext): readonly LifeFact[] {
  return state.lifeFacts.filter(({ type, on, group: to }, at) => {
    const left = state.lifeFacts[at - 1];
    if (left === undefined) return false;
    if (type !== 'Transferred' && !(type === 'Reinstated' && left.phase === 'suspended')) {
      return false;
    }
    const edition = editionFor(context, on);
    if (isRefusal(edition)) return false;
    return refuseUnlessPromoted(state, { from: left.group, to, on }, context, edition) !== null;
  });
}
