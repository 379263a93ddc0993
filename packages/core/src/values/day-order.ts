import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';

/** Said where the day of something that has happened is after today. */
export const datedAhead = refusal('dated-ahead', (d: { on: string; today: string }) => ({
  ru: `Дата ${d.on} ещё не наступила (сегодня ${d.today}): укажите день, который уже прошёл`,
  en: `${d.on} is after today (${d.today}): give a day that has come`,
}));

/** Said where an act is dated before the step that it follows. */
export const actOutOfOrder = refusal('act-out-of-order', (d: { on: string; after: string }) => ({
  ru: `Дата ${d.on} раньше предыдущего шага (${d.after}): укажите ${d.after} или позже`,
  en: `${d.on} is before the step that it follows (${d.after}): give that day or a later one`,
}));

/**
 * Refuses `dated-ahead` where a day is after today.
 * @example
 * refuseIfAhead('2026-09-01', '2026-09-01'); // => null
 */
export function refuseIfAhead(on: string, today: string): Refusal | null {
  return on > today ? datedAhead({ on, today }) : null;
}

/**
 * Refuses `act-out-of-order` where a day is before the step that the act follows.
 * @example
 * refuseIfBefore('2026-09-01', '2026-09-01'); // => null
 */
export function refuseIfBefore(on: string, after: string): Refusal | null {
  return on < after ? actOutOfOrder({ on, after }) : null;
}

/** Said where the last day of a period is before its first. */
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
