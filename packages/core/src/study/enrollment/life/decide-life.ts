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
 * What all acts of an enrollment's life have in common. Such an act applies from its day on, may be
 * dated ahead, and is never dated before the latest one. D4.
 */

/** An act of an enrollment's life: its day, and the phase and group from that day on. */
export interface LifeAct {
  /** As the regulation's `orderFor` names it: `transfer`, `suspend`, … */
  readonly act: string;
  readonly enrollment: string;
  readonly on: string;
  readonly phase: LifeFact['phase'];
  readonly group: string;
  /** First day of study, where the act begins it. */
  readonly studyFrom?: string;
}

/** A valid result that an act would leave outside study, or in another group. */
export interface ResultOutside {
  readonly event: string;
  readonly on: string;
}

/** The ids that every event of the enrollment carries in its data. */
export function enrollmentIdsOf(state: EnrollmentState) {
  return { enrollment: state.id ?? '', learner: state.learner, programme: state.programme };
}

/**
 * The edition in force on the day of an act. Refuses `enrollment-unknown`, `regulation-missing`,
 * `order-required`, `out-of-order`, and as `refuseIfArchived` does.
 */
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

/**
 * Decides an act: its draft, or the refusal `results-outside` where valid results would then lie
 * outside study or in another group. D4.
 */
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
