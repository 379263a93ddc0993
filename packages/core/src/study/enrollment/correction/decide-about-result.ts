import { signAs } from '../../../acting/signer.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { refuseIfBefore } from '../../../values/day-order.ts';
import type { Signer } from '../../../values/shape.ts';
import type { ResultState } from '../facts/assessment-state.ts';
import { officialOf, scopeOf } from '../facts/questions.ts';
import type { EnrollmentState } from '../facts/state.ts';
import type { EnrollmentContext } from '../life/context.ts';
import { enrollmentIdsOf } from '../life/decide-life.ts';

/** Refuses `act-out-of-order` before the result or the last act about it. */
export function refuseUnlessActDay(result: ResultState, on: string): Refusal | null {
  return refuseIfBefore(on, result.lastActOn);
}

/** The fields of a command that name its signer. */
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

/** The fields that every event about this result carries in its data. */
export function aboutOf(state: EnrollmentState, result: ResultState, actedOn: string) {
  const { module, group, event: corrects } = result;
  return { ...enrollmentIdsOf(state), module, group, corrects, actedOn };
}
