import type { EventOf } from '../../../kernel/event-type.ts';
import type { FactOf } from '../../../kernel/event.ts';
import type { CustodyRules } from '../../../rules/regulation/sections/custody.ts';
import type { LocalDate } from '../../../values/local-date.ts';
import { addDays, addMonths, isLocalDate, localDate } from '../../../values/local-date.ts';
import type { preservationEntries } from './events.ts';

/*
 * What was done to preserve a study year's electronic record, what is due for it, and what of that
 * is overdue on any day: pure functions of rules, events and a day. D20, R4 §5.6, §6.1-6.3; P12.
 */

/** What these questions read of an entry of preservation. */
export type PreservationFact = FactOf<EventOf<(typeof preservationEntries)[number]>>;

/** The first day on which a study period was closed, exported and checked, or null. */
export interface PeriodDays {
  closedOn: string | null;
  exportedOn: string | null;
  checkedOn: string | null;
}

/** A study period, with what was done in it. */
export interface StudyPeriod extends PeriodDays {
  readonly from: string;
  readonly until: string;
}

/** One copy of a backup. */
export interface BackupMedium {
  readonly sha256: string;
  readonly since: string;
  /** Day on which it was found damaged, or null. */
  damagedOn: string | null;
  replacedBy: string | null;
}

/** A backup of the study year on one or more media. */
export interface Backup {
  readonly madeOn: string;
  readonly media: Map<string, BackupMedium>;
  /** Days on which its integrity was checked, in order. */
  readonly checkedOn: string[];
  restoredOn: string | null;
}

/** What was done in one study year to preserve its electronic record. */
export interface PreservationHistory {
  /** By id. */
  readonly periods: Map<string, StudyPeriod>;
  /** By id. */
  readonly backups: Map<string, Backup>;
}

/** A history that entries are added to. */
export interface PreservationCourse extends PreservationHistory {
  /**
   * Days of what was done in periods that are defined later, by id: the definition may bear a later
   * day than the closing.
   */
  readonly early: Map<string, PeriodDays>;
}

/** Folds the entries of one study year that count into its history. */
export function preservationHistoryOf(facts: Iterable<PreservationFact>): PreservationCourse {
  const history = { periods: new Map(), early: new Map(), backups: new Map() };
  for (const fact of facts) addPreservationFact(history, fact);
  return history;
}

/** Adds one entry to the history, which it changes in place. */
export function addPreservationFact(history: PreservationCourse, fact: PreservationFact): void {
  const { occurredOn: on } = fact;
  switch (fact.type) {
    case 'StudyPeriodDefined': {
      const { period, from, until } = fact.data;
      history.periods.set(period, { from, until, ...(history.early.get(period) ?? notDone()) });
      return;
    }
    case 'StudyPeriodClosed':
      return setEarliest(history, fact.data.period, 'closedOn', on);
    case 'PeriodExported':
      return setEarliest(history, fact.data.period, 'exportedOn', on);
    case 'EntriesChecked':
      return setEarliest(history, fact.data.period, 'checkedOn', on);
    case 'FindingSettled':
      return; // what is due does not depend on it
    default:
      return addBackupFact(history, fact);
  }
}

function setEarliest(
  history: PreservationCourse,
  period: string,
  what: 'closedOn' | 'exportedOn' | 'checkedOn',
  on: string,
): void {
  const one = history.periods.get(period) ?? history.early.get(period) ?? notDone();
  // The earliest day counts: a later export of the same period takes nothing back.
  if (one[what] === null || on < one[what]) one[what] = on;
  if (!history.periods.has(period)) history.early.set(period, one);
}

const notDone = (): PeriodDays => ({ closedOn: null, exportedOn: null, checkedOn: null });

type BackupFact = Extract<
  PreservationFact,
  { type: 'BackupMade' | 'IntegrityChecked' | 'MediumReplaced' | 'BackupRestored' }
>;

function addBackupFact(history: PreservationHistory, fact: BackupFact): void {
  const { occurredOn: on, data } = fact;
  if (fact.type === 'BackupMade') {
    const media = fact.data.media.map(
      ({ id, sha256 }) =>
        [id, { sha256, since: on, damagedOn: null, replacedBy: null }] satisfies [
          string,
          BackupMedium,
        ],
    );
    const made = { madeOn: on, media: new Map(media), checkedOn: [], restoredOn: null };
    history.backups.set(data.backup, made);
    return;
  }
  const backup = history.backups.get(data.backup);
  if (backup === undefined) return;
  switch (fact.type) {
    case 'IntegrityChecked':
      backup.checkedOn.push(on);
      for (const { medium, outcome } of fact.data.media) {
        const one = backup.media.get(medium);
        if (one === undefined || outcome !== 'damaged') continue;
        // Checks may be entered late: the earliest day on which it was found counts.
        if (one.damagedOn === null || on < one.damagedOn) one.damagedOn = on;
      }
      return;
    case 'MediumReplaced': {
      const { damaged, medium } = fact.data;
      const old = backup.media.get(damaged);
      if (old !== undefined) old.replacedBy = medium.id;
      const fresh = { sha256: medium.sha256, since: on, damagedOn: null, replacedBy: null };
      backup.media.set(medium.id, fresh);
      return;
    }
    case 'BackupRestored':
      backup.restoredOn = on;
      return;
  }
}

/** The media of a backup that are undamaged on a day, by id. */
export function wholeMedia(backup: Backup, on: string): readonly string[] {
  return [...backup.media].flatMap(([id, { since, damagedOn }]) =>
    since <= on && (damagedOn === null || damagedOn > on) ? [id] : [],
  );
}

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
 * The day by which a study year's backup is due: the day and month of the rule that come next after
 * the year's end, or null where the regulation asks for none. Where the month is too short it is
 * the month's last day. R4 §6.3: 25 January; the end of the study year is a field of its own.
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

/** One thing that is due: an export, a check, a backup or a medium. */
export interface PreservationDue {
  readonly what: 'export' | 'entries-check' | 'backup' | 'integrity-check' | 'medium';
  /** Id of the period or backup, or the study year. */
  readonly of: string;
  readonly dueOn: string;
  /** Day on which it was done; null where that was not by the day asked about. */
  readonly doneOn: string | null;
  readonly standing: 'waiting' | 'done' | 'done-late' | 'overdue';
}

/**
 * All that is due for a study year, as of a day: exports and checks of entries for each period, the
 * year's backup on enough media, media to be replaced, and the next check of each backup's
 * integrity. What was done after that day counts as not done.
 *
 * @example
 * const due = preservationDueOf(rules, preservationHistoryOf(facts), '2026', '2028-01-26');
 * due.filter((one) => one.standing === 'overdue');
 */
export function preservationDueOf(
  rules: CustodyRules,
  history: PreservationHistory,
  studyYear: string,
  on: string,
): readonly PreservationDue[] {
  const found: PreservationDue[] = [];
  const add = (
    what: PreservationDue['what'],
    of: string,
    dueOn: string,
    done: string | null,
  ): void => {
    const doneOn = done !== null && done <= on ? done : null;
    found.push({ what, of, dueOn, doneOn, standing: standingOf(dueOn, doneOn, on) });
  };
  for (const [period, { until, exportedOn, checkedOn }] of history.periods) {
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
    add('backup', studyYear, backupDue, firstBackup(history, end));
  }
  addBackups(rules, history, backupDue, on, add);
  return found;
}

function standingOf(dueOn: string, doneOn: string | null, on: string): PreservationDue['standing'] {
  if (doneOn === null) return on > dueOn ? 'overdue' : 'waiting';
  return doneOn > dueOn ? 'done-late' : 'done';
}

/**
 * The first backup of the whole year. One made before the year's end contains only a part of it.
 */
function firstBackup(history: PreservationHistory, end: string): string | null {
  const made = [...history.backups.values()].map(({ madeOn }) => madeOn);
  return (
    made
      .filter((day) => day >= end)
      .toSorted()
      .at(0) ?? null
  );
}

type Add = (what: PreservationDue['what'], of: string, dueOn: string, done: string | null) => void;

/**
 * Adds what backups owe: a new medium where too few are undamaged, and the next check of integrity.
 */
function addBackups(
  rules: CustodyRules,
  history: PreservationHistory,
  backupDue: LocalDate | null,
  on: string,
  add: Add,
): void {
  for (const [id, backup] of history.backups) {
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
