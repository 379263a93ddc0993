import { refuseIfAhead, refuseIfBefore } from '../acting/act-day.ts';
import { signAs } from '../acting/signer.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Signer } from '../values/shape.ts';
import { officialOf, scopeOf } from './context.ts';
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

/** The result that an event id belongs to: of its first record, or of a correction. */
export function findResult(state: EnrollmentState, event: string): ResultState | Refusal {
  const result = state.results.get(state.recordOf.get(event) ?? '');
  return result ?? resultUnknown({ result: event, enrollment: state.id ?? '' });
}

/** Refuses a day of an act after today, or before the result or the last act on it. */
export function refuseUnlessActDay(
  result: ResultState,
  on: string,
  { today }: EnrollmentContext,
): Refusal | null {
  return refuseIfAhead(on, today) ?? refuseIfBefore(on, result.lastActOn);
}

/** What a command about a result says of its signer. */
export interface SignedAbout {
  readonly signer: string;
  readonly office: string | null;
  readonly position?: string | undefined;
}

/**
 * The signer of an act on a result, in an office whose appointment covers the result's programme
 * and group. Refuses as {@link signAs} does.
 */
export function signAbout(
  { signer: person, office, position }: SignedAbout,
  offices: readonly string[],
  on: string,
  result: ResultState,
  context: EnrollmentContext,
  positionRequired = false,
): Signer | Refusal {
  const asked = { person, office, on, position };
  const scope = scopeOf(context, result.group);
  return signAs(officialOf(context, person), asked, offices, scope, positionRequired);
}

/** What every fact about this result says. */
export function aboutOf(state: EnrollmentState, result: ResultState, actedOn: string) {
  const { module, group, event: corrects } = result;
  return { ...whoseOf(state), module, group, corrects, actedOn };
}
