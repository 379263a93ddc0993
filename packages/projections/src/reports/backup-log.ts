import type { Edition } from '@letopis/core';
import { LetopisError } from '@letopis/core';
import type { CustodyRules, PreservationGap } from '@letopis/core/facts';
import {
  editionOn,
  preservationGapsOf,
  preservationHistoryOf,
  studyYearEnd,
  studyYearOf,
} from '@letopis/core/facts';
import type { Fact } from '../projection/fact.ts';
import type { PreservationFact } from '../views/preservation.ts';
import { preservation, preservationKey } from '../views/preservation.ts';
import type { ViewReader } from './reader.ts';
import type { PageBasis } from './reading.ts';
import { Reading } from './reading.ts';

/** The export of a study period from the platform. R4 §6.2. */
export type PeriodExport = Fact<'PeriodExported'>;

/** The head's check of a period, with the findings that are open. R4 §5.6. */
export interface HeadCheck {
  readonly check: Fact<'EntriesChecked'>;
  /** Numbers of the findings that are not settled, from 1. */
  readonly open: readonly number[];
}

/** One copy of a backup. */
export interface LoggedMedium {
  readonly id: string;
  readonly kind: string;
  readonly place: string;
  readonly sha256: string;
  /** Day of the copy. */
  readonly since: string;
  /** Last day on which it was read and was whole; `null`: it was not read since. */
  readonly readableOn: string | null;
  readonly damagedOn: string | null;
  readonly replacedBy: string | null;
}

/** A backup with its media and the days of its checks. R4 §6.1, §6.3. */
export interface LoggedBackup {
  readonly backup: string;
  readonly madeOn: string;
  readonly contents: string;
  readonly media: readonly LoggedMedium[];
  readonly checkedOn: readonly string[];
  readonly restoredOn: string | null;
}

/** What was done to preserve the electronic record of one study year, and what was not. */
export interface PreservedYear {
  readonly studyYear: string;
  readonly exports: readonly PeriodExport[];
  readonly checks: readonly HeadCheck[];
  readonly backups: readonly LoggedBackup[];
  /** By first day; also those that were made good since. */
  readonly gaps: readonly PreservationGap[];
}

/** The log of backups over the whole term. */
export interface BackupLogPage {
  readonly basis: PageBasis;
  readonly on: string;
  readonly years: readonly PreservedYear[];
}

/**
 * Lists the study years with their exports, checks and backups, and the gaps of each over the whole
 * term. A year that is over has a row also where nothing was entered for it, from the first one in
 * which the regulation was in force. Rules follow the edition in force on the reader's day. Throws
 * `misuse` if the reader has no day. R4 §5.6, §6.1-6.3, P12.
 *
 * @example
 * const { years } = await backupLog(await openReader(views, { on: '2030-02-01' }));
 * years.filter(({ gaps }) => gaps.some(({ until }) => until === null));
 */
export async function backupLog(reader: ViewReader): Promise<BackupLogPage> {
  const { on } = reader;
  if (on === null) {
    throw new LetopisError('misuse', 'gaps depend on the day: open the reader with `on`');
  }
  const reading = new Reading(reader);
  const { editions } = await reading.regulation();
  const edition = editionOn(editions, on);
  const found = new Map<string, readonly PreservationFact[]>();
  const first = editions.editions[0]?.from;
  if (edition !== null && first !== undefined) {
    for (const year of yearsOver(edition, first, on)) found.set(year, []);
  }
  for await (const { studyYear, facts } of reading.scan(preservation, preservationKey())) {
    found.set(studyYear, facts);
  }
  const years = [...found].map(([studyYear, facts]) => ({
    studyYear,
    ...doneIn(facts),
    gaps: edition === null ? [] : gapsIn(edition.custody, facts, studyYear, on),
  }));
  const ordered = years.toSorted((a, b) => (a.studyYear < b.studyYear ? -1 : 1));
  return { on, years: ordered, basis: reading.basis() };
}

/** The study years that are over on a day, from the first one of the regulation. */
function yearsOver({ custody }: Edition, first: string, on: string): readonly string[] {
  const years: string[] = [];
  if (!isAnythingOwed(custody)) return years;
  for (let year = Number(studyYearOf(first)); studyYearEnd(custody, String(year)) < on; year += 1) {
    years.push(String(year));
  }
  return years;
}

const isAnythingOwed = ({ periodExport, entriesCheck, backup }: CustodyRules): boolean =>
  periodExport !== null || entriesCheck !== null || backup !== null;

function gapsIn(
  rules: CustodyRules,
  facts: readonly PreservationFact[],
  studyYear: string,
  on: string,
): readonly PreservationGap[] {
  const history = preservationHistoryOf(facts.map((fact) => ({ ...fact, occurredOn: fact.on })));
  return preservationGapsOf(rules, history, studyYear, on);
}

function doneIn(facts: readonly PreservationFact[]): Omit<PreservedYear, 'studyYear' | 'gaps'> {
  const exports = facts.filter((fact) => fact.type === 'PeriodExported');
  const checked = facts.filter((fact) => fact.type === 'EntriesChecked');
  const checks = checked.map((check) => ({ check, open: openFindings(check, facts) }));
  const made = facts.filter((fact) => fact.type === 'BackupMade');
  return { exports, checks, backups: made.map((fact) => loggedBackup(fact, facts)) };
}

function openFindings(
  { data: { check, findings } }: Fact<'EntriesChecked'>,
  facts: readonly PreservationFact[],
): readonly number[] {
  const settled = new Set(
    facts.flatMap((fact) =>
      fact.type === 'FindingSettled' && fact.data.check === check ? [fact.data.finding] : [],
    ),
  );
  return findings.map((_, n) => n + 1).filter((number) => !settled.has(number));
}

/** A backup with what became of each of its media; facts are in the order of their days. */
function loggedBackup(
  { on: madeOn, data: { backup, contents, media: first } }: Fact<'BackupMade'>,
  facts: readonly PreservationFact[],
): LoggedBackup {
  const media = new Map<string, LoggedMedium>();
  const add = (medium: (typeof first)[number], since: string): void => {
    const unread = { readableOn: null, damagedOn: null, replacedBy: null };
    media.set(medium.id, { ...medium, since, ...unread });
  };
  const change = (id: string, what: Partial<LoggedMedium>): void => {
    const one = media.get(id);
    if (one !== undefined) media.set(id, { ...one, ...what });
  };
  for (const medium of first) add(medium, madeOn);
  const checkedOn: string[] = [];
  let restoredOn: string | null = null;
  for (const { type, on, data } of facts) {
    if (!('backup' in data) || data.backup !== backup) continue;
    if (type === 'IntegrityChecked') {
      checkedOn.push(on);
      for (const { medium, outcome } of data.media) {
        const known = media.get(medium)?.damagedOn ?? on;
        change(medium, outcome === 'whole' ? { readableOn: on } : { damagedOn: known });
      }
    } else if (type === 'MediumReplaced') {
      change(data.damaged, { replacedBy: data.medium.id });
      add(data.medium, on);
    } else if (type === 'BackupRestored') {
      restoredOn = on;
      change(data.medium, { readableOn: on });
    }
  }
  return { backup, madeOn, contents, media: [...media.values()], checkedOn, restoredOn };
}
