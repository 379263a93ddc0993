/*
 * Which result counts: one answer for completion, debts, documents, averages and reports. It is
 * computed from the results alone, so that the state of an enrollment and a view of it give the
 * same. RK 1.2, RK 1.3; docs/which-result-counts.md tells it for readers.
 */

/** What a result counts for: its subject. A retake counts for the subject of what it repeats. */
export interface ResultSubject {
  /** Null: the programme as a whole. */
  readonly module: string | null;
  /** Kind of assessment, by the regulation's id. */
  readonly kind: string;
  /** Study year, by the calendar year in which it begins. */
  readonly studyYear: string;
  /** Period of the study year (a quarter); null: none. */
  readonly period: string | null;
  /** `<group>.<planned>` of the group's planned assessment; null: it was not planned. */
  readonly planned: string | null;
}

/** A result, as far as it matters which result counts. Annulled results are not given. */
export interface CountedResult {
  /** Event id of its first record. */
  readonly event: string;
  readonly on: string;
  readonly countsFor: ResultSubject;
  /** `credited` with or without a mark; a corrected absence that became a mark is a `mark`. */
  readonly outcome: 'mark' | 'absent' | 'not-assessed' | 'credited';
  /** Code of an absence, or of why it was not assessed; null: neither. */
  readonly reason: string | null;
  /** The mark in force; null: there is none. */
  readonly mark: { readonly passes: boolean } | null;
  /** Event id of the result on which an appeal was decided; null: it is no such decision. */
  readonly appealOf: string | null;
  /** The granted retake that was taken; null: it was no retake. */
  readonly retake: object | null;
}

/**
 * The key of a subject: two results with one key are results of the same thing.
 *
 * @example
 * resultSubjectKey({ module: 'm', kind: 'final', studyYear: '2026', period: null, planned: null });
 * // => 'm|final|2026||'
 */
export function resultSubjectKey(subject: ResultSubject): string {
  const { module, kind, studyYear, period, planned } = subject;
  return [module ?? '', kind, studyYear, period ?? '', planned ?? ''].join('|');
}

/** Does a result pass: a passing mark, or a credit without a mark? */
export function countsAsPass({ mark, outcome }: CountedResult): boolean {
  return mark === null ? outcome === 'credited' : mark.passes;
}

/**
 * What has a day, such as results, up to a day (null: all), by day; what is of one day stays as it
 * was given, which of results is the order in which they were recorded.
 */
export function inDayOrder<R extends { readonly on: string }>(
  results: Iterable<R>,
  day: string | null,
): readonly R[] {
  return [...results]
    .filter(({ on }) => day === null || on <= day)
    .toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
}

/**
 * The results of one subject up to a day (null: all), in day order, without the retakes of what had
 * been passed by then: a failing mark turned out to be an error, or a credit was entered late. Such
 * a retake was not owed, so it neither replaces the result nor makes a debt. RK 1.2, RK 1.3.
 */
export function resultsOfSubject<R extends CountedResult>(
  results: Iterable<R>,
  day: string | null,
): readonly R[] {
  let passed = false;
  return inDayOrder(results, day).filter((result) => {
    if (passed && result.retake !== null) return false;
    if (result.mark !== null || result.outcome === 'credited') passed = countsAsPass(result);
    return true;
  });
}

/**
 * The result in force among those of one subject, in day order: the last with a mark or a credit.
 * Where there is none, the last absence without an excuse, which a later excused one does not undo;
 * else the last of all. A later result replaces an earlier one because it may only be a retake, an
 * appeal, a credit or one of the state attestation. RK 1.3.
 * @param isExcused left out: every absence counts as excused.
 *
 * @example
 * lastInForce([]); // => null
 */
export function lastInForce<R extends CountedResult>(
  results: readonly R[],
  isExcused: IsExcused = () => true,
): R | null {
  const withValue = ({ mark, outcome }: R): boolean => mark !== null || outcome === 'credited';
  const valued = results.findLast(withValue);
  return valued ?? results.findLast((one) => isFailing(one, isExcused)) ?? results.at(-1) ?? null;
}

/** The results of each subject as `resultsOfSubject` gives them, the earliest subject first. */
export function bySubject<R extends CountedResult>(
  results: Iterable<R>,
  day: string | null,
): ReadonlyMap<string, readonly R[]> {
  const subjects = Map.groupBy(inDayOrder(results, day), ({ countsFor }) =>
    resultSubjectKey(countsFor),
  );
  return new Map([...subjects].map(([key, own]) => [key, resultsOfSubject(own, null)]));
}

/** Whether a kind of assessment is an attestation on a day, by the edition in force. */
export type IsAttestation = (kind: string, on: string) => boolean;

/**
 * The results that count on a day (null: with all that is known): of each subject of an attestation
 * the one in force, and every result of another kind, since current marks do not replace each
 * other. Averages and counts of marks are made of these. RK 1.3.
 */
export function resultsThatCount<R extends CountedResult>(
  results: Iterable<R>,
  isAttestation: IsAttestation,
  day: string | null,
  isExcused: IsExcused = () => true,
): readonly R[] {
  const current: R[] = [];
  const attested: R[] = [];
  for (const result of results) {
    const list = isAttestation(result.countsFor.kind, result.on) ? attested : current;
    list.push(result);
  }
  const inForce = [...bySubject(attested, day).values()].flatMap(
    (own) => lastInForce(own, isExcused) ?? [],
  );
  return inDayOrder([...current, ...inForce], day);
}

/** A failure in one subject: from the first failing result to the one that passes. */
export interface Failure<R extends CountedResult = CountedResult> {
  /** The failing result with which it began. */
  readonly failed: R;
  /** Results since then that use up an attempt: marks, and absences without an excuse. */
  readonly attempts: readonly R[];
  /** The passing result or credit that ended it; null: it lasts. */
  readonly passed: R | null;
}

/** Whether an absence with this code is excused, by the edition in force on its day. */
export type IsExcused = (code: string, on: string) => boolean;

/**
 * The failures among the results of one subject, in day order. A failing mark begins one, and so
 * does an absence without an excuse where no mark is in force; nothing else does. A result that
 * was not assessed neither begins nor ends one. 273-FZ art. 58 part 2, RK 1.2.
 */
export function failuresIn<R extends CountedResult>(
  results: readonly R[],
  isExcused: IsExcused,
): readonly Failure<R>[] {
  const found: Failure<R>[] = [];
  let open: { failed: R; attempts: R[] } | null = null;
  let valued = false;
  for (const result of results) {
    const passes = countsAsPass(result);
    const fails = isFailing(result, isExcused);
    if (open === null) {
      const opens = fails && (result.mark !== null || !valued);
      if (opens) open = { failed: result, attempts: [] };
    } else {
      // A credit and the decision on an appeal are no attempts of the learner.
      const attempt = result.appealOf === null && result.outcome !== 'credited';
      if (attempt && (fails || passes)) open.attempts.push(result);
      if (passes) {
        found.push({ ...open, passed: result });
        open = null;
      }
    }
    valued ||= result.mark !== null || result.outcome === 'credited';
  }
  return open === null ? found : [...found, { ...open, passed: null }];
}

/** Does a result fail: a failing mark, or an absence without an excuse? */
export function isFailing(
  { mark, outcome, reason, on }: Pick<CountedResult, 'mark' | 'outcome' | 'reason' | 'on'>,
  isExcused: IsExcused,
): boolean {
  if (mark !== null) return !mark.passes;
  return outcome === 'absent' && !(reason !== null && isExcused(reason, on));
}
