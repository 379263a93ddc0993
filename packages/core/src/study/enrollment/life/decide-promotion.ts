import type { Refusal } from '../../../kernel/refusal.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import type { GroupState } from '../../group/facts/state.ts';
import type { EnrollmentState } from '../facts/state.ts';
import { yearDecisionOf } from '../facts/study-questions.ts';
import type { EnrollmentContext } from './context.ts';
import { groupStageMissing, promotionRequired } from './refusals.ts';

/** Does a decision with this outcome lead from one form to the other? 273-FZ art. 58. */
export function leadsTo(outcome: string, fromStage: number, toStage: number): boolean {
  if (outcome === 'advances') return toStage > fromStage;
  return outcome === 'repeats' ? toStage === fromStage : true;
}

/**
 * Refuses to move a learner to a group of another form or study year without a decision on the
 * year, where the regulation requires one of this type of programme: `promotion-required`, and
 * `group-stage-missing` where a group does not say its form. 273-FZ art. 58 part 8, RK 1.6.
 */
export function refuseUnlessPromoted(
  state: EnrollmentState,
  to: GroupState,
  on: string,
  { leaving: from = null, programme }: EnrollmentContext,
  { enrollment: rules }: Edition,
): Refusal | null {
  if (from === null || from.id === to.id) return null;
  if (!rules.promotionRequired.includes(programme.programmeType)) return null;
  const [fromGroup, toGroup] = [from.id ?? '', to.id ?? ''];
  if (from.stage === null || to.stage === null) {
    const groups = [from, to].filter((one) => one.stage === null).map((one) => one.id ?? '');
    return groupStageMissing({ groups });
  }
  const years = [from.studyYear, to.studyYear];
  const sameYear = years.includes(null) || from.studyYear === to.studyYear;
  if (from.stage === to.stage && sameYear) return null;
  const decision = yearDecisionOf(state.study, fromGroup, on);
  if (decision !== null && leadsTo(decision.outcome, from.stage, to.stage)) return null;
  const stages = { fromStage: from.stage, toStage: to.stage };
  return promotionRequired({
    enrollment: state.id ?? '',
    fromGroup,
    toGroup,
    ...stages,
    decided: decision?.decision ?? null,
  });
}
