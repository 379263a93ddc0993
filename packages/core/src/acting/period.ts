import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';

/** A period ends before it begins. */
export const periodReversed = refusal('period-reversed', (d: { from: string; until: string }) => ({
  ru: `Срок кончается ${d.until}, раньше начала ${d.from}: поменяйте даты`,
  en: `The period ends on ${d.until}, before it begins on ${d.from}: swap the days`,
}));

/**
 * Refuses `period-reversed` where both days are given and the last is before the first.
 * @example
 * refuseIfReversed('2026-09-01', '2026-09-01'); // => null
 */
export function refuseIfReversed(from: string | null, until: string | null): Refusal | null {
  if (from === null || until === null || until >= from) return null;
  return periodReversed({ from, until });
}
