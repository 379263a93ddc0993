import type { LessonRules } from '../../../rules/regulation/sections/lessons.ts';
import type { RetakeRules } from '../../../rules/regulation/sections/retakes.ts';
import type { LocalDate } from '../../../values/local-date.ts';
import { addDays, addMonths, daysBetween } from '../../../values/local-date.ts';
import type { Pause } from './debt-state.ts';

/* The term of a debt and its retakes, computed from facts alone. 273-FZ art. 58 part 5. */

/** The rules of retakes for some kinds of assessment: term, attempts, commission. */
export type RetakeLimit = RetakeRules['limits'][number];

/**
 * The rules of retakes for a kind in a type of programme: those of the type, else those of all
 * types; null: the regulation has no retakes of this kind. RK 1.2.
 */
export function limitOf(
  { limits }: Pick<RetakeRules, 'limits'>,
  kind: string,
  programmeType: string,
): RetakeLimit | null {
  const ofKind = limits.filter((one) => one.kinds.includes(kind));
  const own = ofKind.find((one) => one.programmeTypes.includes(programmeType));
  return own ?? ofKind.find((one) => one.programmeTypes.length === 0) ?? null;
}

/** Is an absence with this attendance code excused by the edition? */
export function isExcusedIn(
  { attendanceCodes }: Pick<LessonRules, 'attendanceCodes'>,
  code: string | null,
): boolean {
  return attendanceCodes.some((one) => one.code === code && one.excused);
}

/** A suspension of study, both days included. */
export interface Suspension {
  /** By the regulation's code. */
  readonly reason: string;
  readonly from: string;
  /** Null: the end is not known yet. */
  readonly until: string | null;
}

/** A change in an enrollment's life: its day, and why study is suspended from then on. */
export interface SuspensionStep {
  readonly on: string;
  /** By the regulation's code; null: study is not suspended. */
  readonly reason: string | null;
}

/**
 * The suspensions in the steps of an enrollment's life, which come in the order of their days. Each
 * suspension lasts until the day before the next step, whatever that is.
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

/** The day from which a term runs, and its pauses. */
export interface TermStart {
  readonly on: string;
  readonly pauses: readonly Pause[];
}

/**
 * The last day on which a retake may be taken; null: there is no limit. The term runs for the
 * limit's months from the day of its start. Days of illness, academic or maternity leave do not
 * count: each of them within the term moves its end by one day. A suspension without an end counts
 * up to `asOf`. 273-FZ art. 58 part 5.
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
  const pauses = mergePauses([
    ...start.pauses,
    ...excludedPauses(suspensions, excludedReasons, asOf),
  ]);
  for (const { from, until } of pauses) {
    if (from > deadline) break;
    const begin = from < first ? first : (from as LocalDate);
    if (until < begin) continue; // over before the term, or a leave that is to begin
    deadline = addDays(deadline, daysBetween(begin, until as LocalDate) + 1);
  }
  return deadline;
}

/** The suspensions whose days do not count in a term. */
function excludedPauses(
  suspensions: readonly Suspension[],
  reasons: readonly string[],
  asOf: string,
): readonly Pause[] {
  return suspensions.flatMap(({ reason, from, until: last }) => {
    const until = last ?? asOf;
    return reasons.includes(reason) ? [{ from, until }] : [];
  });
}

/** Pauses in order, with overlapping ones merged, so that no day is excluded twice. */
function mergePauses(pauses: readonly Pause[]): readonly Pause[] {
  const out: Pause[] = [];
  for (const one of pauses.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = out.at(-1);
    if (last === undefined || one.from > last.until) out.push(one);
    else if (one.until > last.until) out[out.length - 1] = { from: last.from, until: one.until };
  }
  return out;
}
