import type { AchievementRules } from '../../../../rules/regulation/sections/achievements.ts';
import type { Replenishment } from './state.ts';

/**
 * The days by which banks are to be replenished, from one day to another, both included.
 *
 * @example
 * dueDays(['06-30', '12-31'], '2026-09-01', '2027-06-30'); // => ['2026-12-31', '2027-06-30']
 */
export function dueDays(
  replenishBy: readonly string[],
  from: string,
  until: string,
): readonly string[] {
  const found: string[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(until.slice(0, 4)); year += 1) {
    for (const day of replenishBy.toSorted()) {
      const due = `${year}-${day}`;
      if (due >= from && due <= until) found.push(due);
    }
  }
  return found;
}

/** A replenishment that nobody recorded although its day has passed. */
export interface OverdueReplenishment {
  readonly bank: string;
  readonly due: string;
}

/**
 * The replenishments that are overdue on a day: their due day lies before it, and no replenishment
 * was recorded by then. `from` is the first day to look at, such as the first on which the
 * regulation has banks. R3 §3.5.
 *
 * @example
 * overdueReplenishments(rules, new Map(), '2026-09-01', '2027-01-10');
 * // => [{ bank: 'learners', due: '2026-12-31' }]
 */
export function overdueReplenishments(
  rules: Pick<AchievementRules, 'banks' | 'replenishBy'>,
  banks: ReadonlyMap<string, { readonly done: readonly Replenishment[] }>,
  from: string,
  on: string,
): readonly OverdueReplenishment[] {
  const past = dueDays(rules.replenishBy, from, on).filter((due) => due < on);
  return rules.banks.flatMap(({ id: bank }) => {
    const done = banks.get(bank)?.done ?? [];
    const doneFor = new Set(done.filter((one) => one.on <= on).map((one) => one.due));
    return past.filter((due) => !doneFor.has(due)).map((due) => ({ bank, due }));
  });
}
