import type { RetakeRules } from '../../../rules/regulation/sections/retakes.ts';
import type { LocalDate } from '../../../values/local-date.ts';
import { addDays, addMonths, daysBetween } from '../../../values/local-date.ts';
import type { Pause } from './debt-state.ts';

/* How long a retake may be taken. Source: 273-FZ art. 58 part 5. */

/** What holds for retakes of one kind of assessment. */
export type RetakeLimit = RetakeRules['limits'][number];

/** The limit of a kind; null: of this kind there are no retakes. */
export function limitOf({ limits }: RetakeRules, kind: string): RetakeLimit | null {
  return limits.find((one) => one.kinds.includes(kind)) ?? null;
}

/** Study suspended for a reason, both days included; `until` null: no end is known yet. */
export interface Suspension {
  /** By code. */
  readonly reason: string;
  readonly from: string;
  readonly until: string | null;
}

/** A step in an enrollment's life: its day, and why study is suspended from then on, if it is. */
export interface SuspensionStep {
  readonly on: string;
  /** By code; null: study is not suspended. */
  readonly reason: string | null;
}

/**
 * The suspensions that the steps of an enrollment's life tell. Steps come in the order of their
 * days: each suspension lasts until the day before the next step, whatever that is.
 *
 * @example
 * suspensionsOf([{ on: '2026-11-01', reason: 'illness' }, { on: '2026-11-11', reason: null }]);
 * // => [{ reason: 'illness', from: '2026-11-01', until: '2026-11-10' }]
 */
export function suspensionsOf(steps: readonly SuspensionStep[]): readonly Suspension[] {
  return steps.flatMap(({ on: from, reason }, at) => {
    if (reason === null) return [];
    const next = steps[at + 1];
    const until = next === undefined ? null : addDays(next.on as LocalDate, -1);
    return [{ reason, from, until }];
  });
}

/** What a term runs from, and its pauses. */
export interface TermStart {
  readonly on: string;
  readonly pauses: readonly Pause[];
}

/**
 * The last day of a retake's term; null: it has none. It runs for the limit's months from the day
 * of its start. Days of illness, academic and maternity leave do not count: each that lies within
 * the term moves its end by one day. A suspension that has no end yet counts up to `asOf`.
 * Source: 273-FZ art. 58 part 5.
 *
 * @example
 * const start = { on: '2026-10-06', pauses: [] };
 * deadlineOf([], start, { termMonths: 12 }, ['illness'], '2026-12-31'); // => '2027-10-06'
 */
export function deadlineOf(
  suspensions: readonly Suspension[],
  start: TermStart,
  { termMonths }: Pick<RetakeLimit, 'termMonths'>,
  excludedReasons: readonly string[],
  asOf: string,
): string | null {
  if (termMonths === null) return null;
  const first = addDays(start.on as LocalDate, 1);
  let deadline = addMonths(start.on as LocalDate, termMonths);
  const stretches = mergePauses([
    ...start.pauses,
    ...excludedPauses(suspensions, excludedReasons, asOf),
  ]);
  for (const { from, until } of stretches) {
    if (from > deadline) break;
    const begin = from < first ? first : (from as LocalDate);
    if (until < begin) continue;
    deadline = addDays(deadline, daysBetween(begin, until as LocalDate) + 1);
  }
  return deadline;
}

/** The stretches of suspended study whose days do not count. */
function excludedPauses(
  suspensions: readonly Suspension[],
  reasons: readonly string[],
  asOf: string,
): readonly Pause[] {
  return suspensions.flatMap(({ reason, from, until: last }) => {
    const until = last ?? asOf;
    return reasons.includes(reason) && until >= from ? [{ from, until }] : [];
  });
}

/** Stretches in order, those that overlap as one: no day is left out twice. */
function mergePauses(stretches: readonly Pause[]): readonly Pause[] {
  const out: Pause[] = [];
  for (const one of stretches.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = out.at(-1);
    if (last === undefined || one.from > last.until) out.push(one);
    else if (one.until > last.until) out[out.length - 1] = { from: last.from, until: one.until };
  }
  return out;
}
