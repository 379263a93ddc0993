import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import { datedAhead } from '../regulation/today.ts';
import type { EnrollmentContext } from './context.ts';
import { whoseOf } from './life.ts';
import type { EnrollmentState, ResultState } from './state.ts';

/*
 * Facts about a fact: corrected, countersigned, declined, withdrawn, annulled. Each carries the day
 * and the refs of the fact it is about, and its own day in `actedOn` (As of, on two clocks).
 */

export const resultUnknown = refusal(
  'result-unknown',
  (d: { result: string; enrollment: string }) => ({
    ru: `В ${d.enrollment} нет результата ${d.result}: возьмите eventId из ответа или журнала`,
    en: `${d.enrollment} has no result ${d.result}: take the eventId from the answer or journal`,
  }),
);

export const resultAnnulled = refusal(
  'result-annulled',
  (d: { result: string; annulledOn: string }) => ({
    ru: `Результат ${d.result} аннулирован ${d.annulledOn}: запишите новый`,
    en: `The result ${d.result} was annulled on ${d.annulledOn}: record a new one`,
  }),
);

export const actedTooEarly = refusal(
  'acted-too-early',
  (d: { on: string; standing: string; result: string }) => ({
    ru: `Дата ${d.on} раньше последнего действия с результатом ${d.result} (${d.standing})`,
    en: `${d.on} is before the last act on ${d.result} (${d.standing}): give a later day`,
  }),
);

/** The result that an event id belongs to: of its first record, or of a correction. */
export function findResult(state: EnrollmentState, event: string): ResultState | Refusal {
  const result = state.results.get(state.recordOf.get(event) ?? '');
  return result ?? resultUnknown({ result: event, enrollment: state.id ?? '' });
}

/** Is the act's day not after today, and not before the result or the last act on it? */
export function checkActDay(
  result: ResultState,
  on: string,
  { today }: EnrollmentContext,
): Refusal | null {
  if (on > today) return datedAhead({ on, today });
  const { lastActOn: standing, event } = result;
  return on < standing ? actedTooEarly({ on, standing, result: event }) : null;
}

/** What every fact about this result says. */
export function aboutOf(state: EnrollmentState, result: ResultState, actedOn: string) {
  const { module, group, event: corrects } = result;
  return { ...whoseOf(state), module, group, corrects, actedOn };
}
