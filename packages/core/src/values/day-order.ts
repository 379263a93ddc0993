import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';

/**
 * Said where a day is further ahead than the regulation allows: what has happened by
 * `general.daysAhead.happened`, an act by order or plan by `general.daysAhead.ordered`.
 */
export const datedAhead = refusal(
  'dated-ahead',
  (d: { on: string; today: string; latest: string }) => ({
    ru:
      d.latest === d.today
        ? `Дата ${d.on} ещё не наступила (сегодня ${d.today}): укажите день, который уже прошёл`
        : `Дата ${d.on} слишком далеко (сегодня ${d.today}): укажите день не позже ${d.latest}`,
    en:
      d.latest === d.today
        ? `${d.on} is after today (${d.today}): give a day that has come`
        : `${d.on} is too far ahead (today is ${d.today}): give a day up to ${d.latest}`,
  }),
);

/** Said where an act is dated before the step that it follows. */
export const actOutOfOrder = refusal('act-out-of-order', (d: { on: string; after: string }) => ({
  ru: `Дата ${d.on} раньше предыдущего шага (${d.after}): укажите ${d.after} или позже`,
  en: `${d.on} is before the step that it follows (${d.after}): give that day or a later one`,
}));

/**
 * Refuses `dated-ahead` where a day is after the latest that is allowed, which is today for what
 * has happened.
 * @example
 * refuseIfAhead('2026-09-01', '2026-09-01'); // => null
 */
export function refuseIfAhead(on: string, today: string, latest: string = today): Refusal | null {
  return on > latest ? datedAhead({ on, today, latest }) : null;
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
