import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { findResult } from '../../enrollment/facts/assessment-questions.ts';
import type { ResultState } from '../../enrollment/facts/assessment-state.ts';
import type { EnrollmentState } from '../../enrollment/facts/state.ts';
import { resultAnnulled } from '../../enrollment/facts/unknown.ts';
import { notItsResult } from './unknown.ts';

/** The result that a work or practice names, and what the regulation requires of it. */
export interface ResultAsked {
  /** Id of the work or practice. */
  readonly id: string;
  /** Event id of the result. */
  readonly event: string;
  /** Null: any module. */
  readonly module: string | null;
  /** The forms of assessment that are allowed. */
  readonly forms: readonly string[];
  /** Must its basis be a protocol? */
  readonly byProtocol: boolean;
}

/**
 * The valid result of this event id. Refuses `result-unknown`, `result-annulled`, and
 * `not-its-result` where it is a credit, of another module or form, or not by protocol as required.
 * D10.
 */
export function resultNamed(
  study: EnrollmentState,
  { id, event, module, forms, byProtocol }: ResultAsked,
): ResultState | Refusal {
  const result = findResult(study, event);
  if (isRefusal(result)) return result;
  const { annulledOn, form, basis } = result;
  if (annulledOn !== null) return resultAnnulled({ result: event, annulledOn });
  const no = (why: string) => notItsResult({ id, result: event, why });
  if (result.credited) return no('credit');
  if (module !== null && result.module !== module) return no(result.module ?? '*');
  if (!forms.includes(form)) return no(form);
  if (byProtocol && basis?.kind !== 'protocol') return no(basis?.kind ?? 'basis: —');
  return result;
}
