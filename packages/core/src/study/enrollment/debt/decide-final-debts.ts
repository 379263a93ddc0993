import type { Refusal } from '../../../kernel/refusal.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import type { DebtRules } from '../facts/debt-questions.ts';
import { debtsOwedOn } from '../facts/debt-questions.ts';
import type { EnrollmentState } from '../facts/state.ts';
import { debtsOpen } from '../facts/unknown.ts';

/**
 * Refuses `debts-open` where a mark is of the final kind and the learner owes debts on its day,
 * where the regulation requires final attestation without debts. Expired debts count; debts that
 * arose later or were settled by then do not. 273-FZ art. 59 part 6.
 *
 * @example
 * refuseIfOwesBeforeFinal(state, { kind: 'final', on: '2027-06-10' }, edition, rules)?.code;
 * // => 'debts-open'
 */
export function refuseIfOwesBeforeFinal(
  state: EnrollmentState,
  { kind, on }: { readonly kind: string; readonly on: string },
  { assessment, retakes }: Edition,
  rules: DebtRules,
): Refusal | null {
  if (kind !== assessment.finalKind || !retakes.finalNeedsNoDebts) return null;
  const debts = debtsOwedOn(state, rules, on).map(({ debt }) => debt);
  return debts.length > 0 ? debtsOpen({ enrollment: state.id ?? '', debts }) : null;
}
