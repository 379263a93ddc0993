import type { RetakeRules } from '../regulation/rules.ts';
import type { LocalDate } from '../values/local-date.ts';
import { addDays, addMonths, daysBetween } from '../values/local-date.ts';
import type { Pause } from './debt-state.ts';
import type { EnrollmentState } from './state.ts';

/* How long a retake may be taken. Source: 273-FZ art. 58 part 5. */

/** What holds for retakes of one kind of assessment. */
export type RetakeLimit = RetakeRules['limits'][number];

/** The limit of a kind; null: of this kind there are no retakes. */
export function limitOf({ limits }: RetakeRules, kind: string): RetakeLimit | null {
  return limits.find((one) => one.kinds.includes(kind)) ?? null;
}

/** What a term runs from, and its pauses. */
export interface TermStart {
  readonly on: string;
  readonly pauses: readonly Pause[];
}

/**
 * The last day of a retake's term; null: it has none. It runs for the limit's months from the day
 * of its start. Days of illness, academic and maternity leave do not count: each that lies within
 * the term moves its end by one day. A leave that has no end yet counts up to `asOf`.
 * Source: 273-FZ art. 58 part 5.
 */
export function deadlineOf(
  state: EnrollmentState,
  start: TermStart,
  { termMonths }: Pick<RetakeLimit, 'termMonths'>,
  excludedReasons: readonly string[],
  asOf: string,
): string | null {
  if (termMonths === null) return null;
  const first = addDays(start.on as LocalDate, 1);
  let deadline = addMonths(start.on as LocalDate, termMonths);
  const stretches = merged([...start.pauses, ...leaves(state, excludedReasons, asOf)]);
  for (const { from, until } of stretches) {
    if (from > deadline) break;
    const begin = from < first ? first : (from as LocalDate);
    if (until < begin) continue;
    deadline = addDays(deadline, daysBetween(begin, until as LocalDate) + 1);
  }
  return deadline;
}

/** The stretches of suspended study whose days do not count. */
function leaves(
  { line }: EnrollmentState,
  reasons: readonly string[],
  asOf: string,
): readonly Pause[] {
  return line.flatMap((fact, at) => {
    if (fact.reason === null || !reasons.includes(fact.reason)) return [];
    const next = line[at + 1];
    const until = next === undefined ? asOf : addDays(next.on as LocalDate, -1);
    return until < fact.on ? [] : [{ from: fact.on, until }];
  });
}

/** Stretches in order, those that overlap as one: no day is left out twice. */
function merged(stretches: readonly Pause[]): readonly Pause[] {
  const out: Pause[] = [];
  for (const one of stretches.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = out.at(-1);
    if (last === undefined || one.from > last.until) out.push(one);
    else if (one.until > last.until) out[out.length - 1] = { from: last.from, until: one.until };
  }
  return out;
}
