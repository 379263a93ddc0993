import { refuseUnlessOrder } from '../../../acting/order.ts';
import type { ReceivedCommand } from '../../../kernel/command.ts';
import type { DraftEvent } from '../../../kernel/event.ts';
import type { Decision } from '../../../kernel/fold.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import { editionFor, refuseUnlessOpen, allowsResult, studyOn } from '../facts/questions.ts';
import type { EnrollmentState, LifeFact } from '../facts/state.ts';
import type { EnrollmentContext } from './context.ts';
import { outOfOrder, resultsOutside } from './refusals.ts';

/*
 * What every act of an enrollment's life has in common. Such an act is state-like: it holds from
 * its day on, may be dated ahead, and is never dated before the latest one of its line. D4.
 */

/** An act that changes what holds: which, from which day on, and what holds then. */
export interface LifeAct {
  /** As the regulation's `orderFor` names it: `transfer`, `suspend`, … */
  readonly act: string;
  readonly enrollment: string;
  readonly on: string;
  readonly phase: LifeFact['phase'];
  readonly group: string;
  /** Study begins with it, where it had not begun. */
  readonly studyFrom?: string;
}

/** A standing result that an act would leave outside study, or in another group. */
export interface ResultOutside {
  readonly event: string;
  readonly on: string;
}

/** Whose fact it is, as every event of the stream says it. */
export function enrollmentIdsOf(state: EnrollmentState) {
  return { enrollment: state.id ?? '', learner: state.learner, programme: state.programme };
}

/** The edition of an act that may be done to this enrollment at all, or why it may not. */
export function editionOfLifeAct(
  state: EnrollmentState,
  { act, enrollment, on }: Pick<LifeAct, 'act' | 'enrollment' | 'on'>,
  context: EnrollmentContext,
  { sender }: Pick<ReceivedCommand, 'sender'>,
): Edition | Refusal {
  const shut = refuseUnlessOpen(state, enrollment);
  if (shut !== null) return shut;
  const edition = editionFor(context, on);
  if (isRefusal(edition)) return edition;
  const unordered = refuseUnlessOrder(act, edition.enrollment.orderFor, sender.ground);
  if (unordered !== null) return unordered;
  const last = state.lifeFacts.at(-1);
  if (last !== undefined && on < last.on) {
    return outOfOrder({ on, standing: last.on, fact: last.type });
  }
  return edition;
}

/** The act's draft, unless standing results would then lie outside study or in another group. */
export function decideLifeAct(state: EnrollmentState, next: LifeAct, draft: DraftEvent): Decision {
  const { on, phase, group, act, studyFrom = state.studyFrom } = next;
  const fact: LifeFact = { event: '', type: act, on, phase, group, reason: null };
  const after = { ...state, studyFrom, lifeFacts: [...state.lifeFacts, fact] };
  const results: ResultOutside[] = [];
  for (const result of state.results.values()) {
    if (result.on < on || result.annulledOn !== null) continue;
    const place = studyOn(after, result.on);
    if (place.group === result.group && allowsResult(place, result.credited)) continue;
    results.push({ event: result.event, on: result.on });
  }
  return results.length > 0 ? resultsOutside({ on, results }) : [draft];
}
