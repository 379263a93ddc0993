import type { CustodyRules } from '../regulation/rules.ts';
import type { LocalDate } from '../values/local-date.ts';
import { addDays, addMonths, isLocalDate, localDate } from '../values/local-date.ts';
import type { CustodyState } from './custody.ts';
import { wholeMedia } from './custody.ts';

/*
 * What is due to keep a study year's electronic record, and what of it is overdue on any day: pure
 * functions of rules, facts and a day. D20, R4 §5.6, §6.1-6.3; P12.
 */

/**
 * The last day of a study year, which is named by the calendar year in which it begins.
 * @example
 * studyYearEnd({ ...rules, studyYearEnds: '05-31', studyYearEndsYearsLater: 1 }, '2026');
 * // => '2027-05-31'
 */
export function studyYearEnd(rules: CustodyRules, studyYear: string): LocalDate {
  const year = Number(studyYear) + rules.studyYearEndsYearsLater;
  return localDate.parse(`${year}-${rules.studyYearEnds}`);
}

/**
 * The day by which a study year's backup is due: the named day and month that come next after the
 * year's end; null where none is owed. In a month that has no such day it is the month's last.
 * R4 §6.3: 25 January; the end of the study year is a field of its own.
 *
 * @example
 * backupDueOn(rules, '2026'); // => '2028-01-25', the study year having ended on 2027-05-31
 */
export function backupDueOn(rules: CustodyRules, studyYear: string): LocalDate | null {
  if (rules.backup === null) return null;
  const { dueMonth, dueDay } = rules.backup;
  const end = studyYearEnd(rules, studyYear);
  const inYear = (year: number): LocalDate => {
    const first = localDate.parse(`${year}-${two(dueMonth)}-01`);
    const day = `${first.slice(0, 8)}${two(dueDay)}`;
    return isLocalDate(day) ? day : addDays(addMonths(first, 1), -1);
  };
  const same = inYear(Number(end.slice(0, 4)));
  return same > end ? same : inYear(Number(end.slice(0, 4)) + 1);
}

const two = (number: number): string => String(number).padStart(2, '0');

/** One thing that is due. */
export interface CustodyDue {
  readonly what: 'export' | 'entries-check' | 'backup' | 'integrity-check' | 'medium';
  /** The period, the study year, or the backup. */
  readonly of: string;
  readonly dueOn: string;
  /** Day on which it was done, if by the day asked about; null: not done by then. */
  readonly doneOn: string | null;
  readonly standing: 'waiting' | 'done' | 'done-late' | 'overdue';
}

/**
 * All that is due for a study year, as it stands on a day: exports and checks of entries for each
 * period, the year's backup on enough media, the media to be made good, and the next check of each
 * backup's integrity. What was done after that day counts as not done yet.
 *
 * @example
 * custodyDue(rules, state, '2026', '2028-01-26').filter((one) => one.standing === 'overdue');
 */
export function custodyDue(
  rules: CustodyRules,
  state: CustodyState,
  studyYear: string,
  on: string,
): readonly CustodyDue[] {
  const found: CustodyDue[] = [];
  const add = (what: CustodyDue['what'], of: string, dueOn: string, done: string | null): void => {
    const doneOn = done !== null && done <= on ? done : null;
    found.push({ what, of, dueOn, doneOn, standing: standingOf(dueOn, doneOn, on) });
  };
  for (const [period, { until, exportedOn, checkedOn }] of state.periods) {
    const last = localDate.parse(until);
    const { periodExport, entriesCheck } = rules;
    if (periodExport !== null) {
      add('export', period, addDays(last, periodExport.dueDays), exportedOn);
    }
    if (entriesCheck !== null) {
      add('entries-check', period, addDays(last, entriesCheck.dueDays), checkedOn);
    }
  }
  const backupDue = backupDueOn(rules, studyYear);
  if (backupDue !== null) {
    const end = studyYearEnd(rules, studyYear);
    add('backup', studyYear, backupDue, firstBackup(state, end, on));
  }
  addBackups(rules, state, backupDue, on, add);
  return found;
}

function standingOf(dueOn: string, doneOn: string | null, on: string): CustodyDue['standing'] {
  if (doneOn === null) return on > dueOn ? 'overdue' : 'waiting';
  return doneOn > dueOn ? 'done-late' : 'done';
}

/** The first backup of the whole year: one made before its end holds a part of it only. */
function firstBackup(state: CustodyState, end: string, on: string): string | null {
  const made = [...state.backups.values()].map(({ madeOn }) => madeOn);
  return (
    made
      .filter((day) => day >= end && day <= on)
      .toSorted()
      .at(0) ?? null
  );
}

type Add = (what: CustodyDue['what'], of: string, dueOn: string, done: string | null) => void;

/** A backup with too few whole media is to be made good, and its integrity checked in time. */
function addBackups(
  rules: CustodyRules,
  state: CustodyState,
  backupDue: LocalDate | null,
  on: string,
  add: Add,
): void {
  for (const [id, backup] of state.backups) {
    if (backup.madeOn > on) continue;
    const needed = rules.backup?.mediaMin ?? 1;
    if (wholeMedia(backup, on).length < needed) {
      const damaged = [...backup.media.values()].flatMap(({ damagedOn }) => damagedOn ?? []);
      const since =
        damaged
          .filter((day) => day <= on)
          .toSorted()
          .at(0) ?? backup.madeOn;
      // Before the year's own day it may still be made good in time; later it is due at once.
      add('medium', id, backupDue !== null && backupDue > since ? backupDue : since, null);
    }
    if (rules.integrityCheck === null) continue;
    const last =
      backup.checkedOn
        .filter((day) => day <= on)
        .toSorted()
        .at(-1) ?? backup.madeOn;
    const next = addMonths(localDate.parse(last), rules.integrityCheck.everyMonths);
    add('integrity-check', id, next, null);
  }
}
