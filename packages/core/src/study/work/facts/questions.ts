import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { findResult } from '../../enrollment/facts/assessment-questions.ts';
import type { ResultState } from '../../enrollment/facts/assessment-state.ts';
import type { EnrollmentState } from '../../enrollment/facts/state.ts';
import { resultAnnulled } from '../../enrollment/facts/unknown.ts';
import { notItsResult } from './unknown.ts';

/** What a work or a practice asks of the result that it names. */
export interface ResultAsked {
  /** The work or practice. */
  readonly id: string;
  /** Event of the result. */
  readonly event: string;
  /** Null: of any module. */
  readonly module: string | null;
  readonly forms: readonly string[];
  readonly byProtocol: boolean;
}

/** The standing result that is named: of its module and form, by protocol where asked. D10. */
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
