import { refuseUnlessOrder } from '../acting/order.ts';
import type { ReceivedCommand } from '../kernel/command.ts';
import type { Decision } from '../kernel/decider.ts';
import type { DraftEvent } from '../kernel/event.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal, refusal } from '../kernel/refusal.ts';
import type { Edition } from '../regulation/rules.ts';
import type { EnrollmentContext } from './context.ts';
import { editionFor, refuseUnlessOpen } from './context.ts';
import { standsIn, studyOn } from './place.ts';
import type { EnrollmentState, LifeFact } from './state.ts';

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

export const outOfOrder = refusal(
  'out-of-order',
  (d: { on: string; standing: string; fact: string }) => ({
    ru: `Дата ${d.on} раньше последней записи этого ряда (${d.standing}, ${d.fact})`,
    en: `${d.on} is before the last fact of this line (${d.standing}, ${d.fact}): give a later day`,
  }),
);

/** A standing result that an act would leave outside study, or in another group. */
export interface ResultOutside {
  readonly event: string;
  readonly on: string;
}

export const resultsOutside = refusal(
  'results-outside',
  (d: { on: string; results: readonly ResultOutside[] }) => {
    const list = d.results.map(({ event, on }) => `${on} (${event})`).join(', ');
    return {
      ru: `С ${d.on} вне учёбы или в другой группе окажутся результаты: ${list}`,
      en: `From ${d.on} on these results would lie outside study or in another group: ${list}`,
    };
  },
);

/** Ids of learner, enrollment, programme and group(s) that a fact of an enrollment concerns. */
export function refsOf(state: EnrollmentState, ...groups: readonly string[]) {
  const { id, learner, programme } = state;
  const enrollment = id === null ? [] : [id];
  return { learner: [learner], enrollment, programme: [programme], group: [...new Set(groups)] };
}

/** Whose fact it is, as every event of the stream says it. */
export function whoseOf(state: EnrollmentState) {
  return { enrollment: state.id ?? '', learner: state.learner, programme: state.programme };
}

/** The edition of an act that may be done to this enrollment at all, or why it may not. */
export function mayAct(
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
  const last = state.line.at(-1);
  if (last !== undefined && on < last.on) {
    return outOfOrder({ on, standing: last.on, fact: last.type });
  }
  return edition;
}

/** The act's draft, unless standing results would then lie outside study or in another group. */
export function unlessOutside(state: EnrollmentState, next: LifeAct, draft: DraftEvent): Decision {
  const { on, phase, group, act, studyFrom = state.studyFrom } = next;
  const fact: LifeFact = { event: '', type: act, on, phase, group, reason: null };
  const after = { ...state, studyFrom, line: [...state.line, fact] };
  const results: ResultOutside[] = [];
  for (const result of state.results.values()) {
    if (result.on < on || result.annulledOn !== null) continue;
    const place = studyOn(after, result.on);
    if (place.group === result.group && standsIn(place, result.credited)) continue;
    results.push({ event: result.event, on: result.on });
  }
  return results.length > 0 ? resultsOutside({ on, results }) : [draft];
}
