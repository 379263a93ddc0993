import type { CustodyRules } from '../../../rules/regulation/sections/custody.ts';
import type { LocalDate } from '../../../values/local-date.ts';
import { addDays, addMonths, localDate } from '../../../values/local-date.ts';
import type { Backup, PreservationDue, PreservationHistory } from './questions.ts';
import { backupDueOn, preservationDueOf, studyYearEnd, wholeMedia } from './questions.ts';

/*
 * The gaps in the preservation of a study year over its whole term: what was late, what was never
 * done, and the time in which a backup was unchecked or on too few media. R4 §6.1-6.3.
 */

/** A time in which something was owed and not done. */
export interface PreservationGap {
  readonly what: PreservationDue['what'];
  /** Id of the period or backup, or the study year. */
  readonly of: string;
  /** First day of the gap. */
  readonly from: string;
  /** Day on which it was made good; null: it is open. */
  readonly until: string | null;
}

/**
 * The gaps of a study year as of a day, by their first days. Past ones stay: a check that came late
 * fills no time before it.
 *
 * @example
 * preservationGapsOf(rules, preservationHistoryOf(facts), '2026', '2030-02-01');
 * // => [{ what: 'integrity-check', of: 'b-1', from: '2028-06-16', until: '2029-01-20' }]
 */
export function preservationGapsOf(
  rules: CustodyRules,
  history: PreservationHistory,
  studyYear: string,
  on: string,
): readonly PreservationGap[] {
  const due = preservationDueOf(rules, history, studyYear, on).filter(
    ({ what }) => what !== 'integrity-check' && what !== 'medium',
  );
  const gaps = [
    ...withoutPeriods(rules, history, studyYear, on),
    ...due.flatMap(({ what, of, dueOn, doneOn, standing }) =>
      standing === 'overdue' || standing === 'done-late'
        ? [{ what, of, from: dayAfter(dueOn), until: doneOn }]
        : [],
    ),
  ];
  const backupDue = backupDueOn(rules, studyYear);
  for (const [id, backup] of history.backups) {
    gaps.push(...uncheckedIn(rules, id, backup, on), ...shortIn(rules, id, backup, backupDue, on));
  }
  const days = new Set(gaps.map(({ from }) => from));
  return [...days].toSorted().flatMap((day) => gaps.filter(({ from }) => from === day));
}

const dayAfter = (day: string): string => addDays(localDate.parse(day), 1);

/** A year that is over without a study period: nothing can have been exported or checked. */
function withoutPeriods(
  rules: CustodyRules,
  { periods }: PreservationHistory,
  studyYear: string,
  on: string,
): readonly PreservationGap[] {
  if (periods.size > 0) return [];
  const end = studyYearEnd(rules, studyYear);
  const owed = [
    ['export', rules.periodExport],
    ['entries-check', rules.entriesCheck],
  ] as const;
  return owed.flatMap(([what, rule]) => {
    if (rule === null) return [];
    const from = dayAfter(addDays(end, rule.dueDays));
    return from <= on ? [{ what, of: studyYear, from, until: null }] : [];
  });
}

/** The times in which a backup was not checked as often as the regulation says. R4 §6.1. */
function uncheckedIn(
  { integrityCheck }: CustodyRules,
  of: string,
  { madeOn, checkedOn }: Backup,
  on: string,
): readonly PreservationGap[] {
  if (integrityCheck === null) return [];
  const checks = checkedOn.filter((day) => day <= on).toSorted();
  return [madeOn, ...checks].flatMap((day, n): readonly PreservationGap[] => {
    const from = dayAfter(addMonths(localDate.parse(day), integrityCheck.everyMonths));
    const until = checks[n] ?? null;
    const late = until === null ? from <= on : from <= until;
    return late ? [{ what: 'integrity-check', of, from, until }] : [];
  });
}

/**
 * The times in which a backup was on too few undamaged media. Until the day by which the year's
 * backup is due it may be made good in time. R4 §6.3.
 */
function shortIn(
  { backup: rule }: CustodyRules,
  of: string,
  backup: Backup,
  backupDue: LocalDate | null,
  on: string,
): readonly PreservationGap[] {
  const needed = rule?.mediaMin ?? 1;
  const media = [...backup.media.values()];
  const changes = new Set(media.flatMap((one) => [one.since, one.damagedOn ?? one.since]));
  const days = [...changes].filter((day) => day <= on).toSorted();
  const gaps: PreservationGap[] = [];
  let open: string | null = null;
  for (const day of days) {
    const isShort = wholeMedia(backup, day).length < needed;
    if (isShort) open ??= day;
    if (isShort || open === null) continue;
    gaps.push({ what: 'medium', of, from: open, until: day });
    open = null;
  }
  if (open !== null) gaps.push({ what: 'medium', of, from: open, until: null });
  return gaps.flatMap((gap) => {
    const first = backupDue === null ? gap.from : dayAfter(backupDue);
    const from = gap.from < first ? first : gap.from;
    return from > (gap.until ?? on) ? [] : [{ ...gap, from }];
  });
}
