import type { Refusal } from '../../../kernel/refusal.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import { debtsOwedOn } from '../facts/debt-state.ts';
import type { EnrollmentState } from '../facts/state.ts';
import { debtsOpen } from './refusals.ts';

/**
 * Why a mark of the final kind may not stand on its day; null: it may, or it is of another kind.
 * What counts are the debts owed on that very day: those that have expired too, and not those that
 * arose or were settled on other days. Refuses `debts-open`. 273-FZ art. 59 part 6.
 *
 * @example
 * owesBeforeFinal(state, { kind: 'final', on: '2027-06-10' }, edition)?.code; // => 'debts-open'
 */
export function refuseIfOwesBeforeFinal(
  state: EnrollmentState,
  { kind, on }: { readonly kind: string; readonly on: string },
  { assessment, retakes }: Edition,
): Refusal | null {
  if (kind !== assessment.finalKind || !retakes.finalNeedsNoDebts) return null;
  const debts = debtsOwedOn(state, on).map((debt) => debt.event);
  return debts.length > 0 ? debtsOpen({ enrollment: state.id ?? '', debts }) : null;
}
