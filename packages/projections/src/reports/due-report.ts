import type { Edition } from '@letopis/core';
import { LetopisError } from '@letopis/core';
import {
  preservationDueOf,
  preservationHistoryOf,
  editionOn,
  isGoneSince,
  isLoanOverdue,
  overdueReplenishments,
  presenceDueOf,
  transferDueOn,
} from '@letopis/core/facts';
import { achievements, achievementsKey } from '../views/achievements.ts';
import { catalogue, catalogueKey } from '../views/catalogue.ts';
import { disclosures, disclosuresKey } from '../views/disclosures.ts';
import { presence, presenceKey } from '../views/presence.ts';
import { preservation, preservationKey } from '../views/preservation.ts';
import { recordName } from '../views/records-archival.ts';
import type { ArchivalRecord } from '../views/records.ts';
import { records, recordsKey } from '../views/records.ts';
import { behindSheets } from './behind-sheets.ts';
import type { ViewReader } from './reader.ts';
import type { PageBasis } from './reading.ts';
import { Reading } from './reading.ts';
import { signedSheets } from './signed-sheets.ts';
import { unsignedPeriods } from './unsigned-periods.ts';

/** One task that is due and not done by the day of the report. */
export interface DueItem {
  readonly what:
    | 'transfer'
    | 'loan'
    | 'export'
    | 'entries-check'
    | 'backup'
    | 'integrity-check'
    | 'medium'
    | 'bank-replenishment'
    | 'disclosure'
    | 'hold-review'
    | 'file-cover'
    | 'search'
    | 'restored-copy'
    | 'sheets-behind'
    | 'sheets-unsigned';
  /**
   * What the task concerns: the id of a record, period, study year, backup, bank, application, hold
   * or personal file; `<carrier> <record>` for a search and a restored copy; signed sheets as
   * `<stream>:<first>-<last>`, unsigned ones as `<carrier>:<record>:<first day>`.
   */
  readonly of: string;
  /** Last day on which doing it is in time. */
  readonly dueOn: string;
  readonly overdue: boolean;
}

/** The tasks due on a day, by due day. P12. */
export interface DuePage {
  readonly basis: PageBasis;
  readonly on: string;
  readonly items: readonly DueItem[];
  readonly overdue: number;
}

/**
 * Lists what is due and not done on the reader's day: hand-over of ended enrollments to the
 * archive, lent records, exports of periods, checks, backups and their media, replenishments of
 * banks, answers to applications, reviews of holds, new covers of personal files, searches for
 * carriers, restored copies, papers behind the record. What an authority has, or an act says is not
 * found, is no overdue loan. Terms follow the edition in force on that day; the term of a hand-over
 * follows the edition on the day of the order. Throws `misuse` if the reader has no day. P12, R1
 * §7, R2 §3, R3 §3.5, R4 §6, RK 4 no. 3, 10.
 */
export async function dueReport(reader: ViewReader): Promise<DuePage> {
  const { on } = reader;
  if (on === null) {
    throw new LetopisError('misuse', 'what is due depends on the day: open the reader with `on`');
  }
  const reading = new Reading(reader);
  const { editions } = await reading.regulation();
  const editionFor = (day: string): Edition | null => editionOn(editions, day);
  const edition = editionFor(on);
  const items = [
    ...(await ofRecords(reading, on, editionFor)),
    ...(edition === null ? [] : await ofCustody(reading, on, edition)),
    ...(edition === null ? [] : await ofBanks(reading, on, edition, editions.editions[0]?.from)),
    ...(await ofApplications(reading, on)),
    ...(await ofHolds(reading, on)),
    ...(await ofCovers(reading, on)),
    ...(await ofPresence(reading, on)),
    ...(await ofSheets(reading, on)),
  ].toSorted((a, b) => compare(a.dueOn, b.dueOn) || compare(a.of, b.of));
  const overdue = items.filter((item) => item.overdue).length;
  return { on, items, overdue, basis: reading.basis() };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

async function ofRecords(
  reading: Reading,
  on: string,
  editionFor: (day: string) => Edition | null,
): Promise<readonly DueItem[]> {
  const items: DueItem[] = [];
  for await (const answer of reading.scan(records, 'learner/')) {
    if (answer.kind !== 'learner') continue;
    for (const record of answer.records) {
      items.push(...(await lent(reading, record, on)));
      const { kind, endOrderedOn, archivalStatus: archival, record: of } = record;
      if (kind !== 'enrollment' || endOrderedOn === null || archival.state === 'accepted') continue;
      const rules = editionFor(endOrderedOn)?.archive;
      const dueOn = rules === undefined ? null : transferDueOn(rules, endOrderedOn);
      if (dueOn !== null) items.push({ what: 'transfer', of, dueOn, overdue: on > dueOn });
    }
  }
  return items;
}

async function lent(
  reading: Reading,
  { loan, record: of }: ArchivalRecord,
  on: string,
): Promise<readonly DueItem[]> {
  if (loan === null) return [];
  const found = await reading.get(presence, presenceKey(of));
  // Nobody brings back what an authority took from the borrower, or what an act says is not found.
  if (found?.carriers.some((one) => isGoneSince(one, loan.on)) === true) return [];
  const { until: dueOn } = loan.data;
  const overdue = isLoanOverdue({ until: dueOn, returnedOn: null }, on);
  return [{ what: 'loan', of, dueOn, overdue }];
}

/** Holds in force that are to be looked at again. RK 1.11. */
async function ofHolds(reading: Reading, on: string): Promise<readonly DueItem[]> {
  const found = await reading.get(records, recordsKey.holds);
  const standing = (found?.kind === 'holds' ? found.holds : []).filter(
    ({ lifted, annulled }) => lifted === null && annulled === null,
  );
  return standing.flatMap(({ hold: of, placed: { data } }) => {
    const { reviewOn: dueOn } = data;
    return dueOn === null ? [] : [{ what: 'hold-review' as const, of, dueOn, overdue: on > dueOn }];
  });
}

/** Searches that are not ended, and restored copies that are not made. RK 4 no. 3. */
async function ofPresence(reading: Reading, on: string): Promise<readonly DueItem[]> {
  const items: DueItem[] = [];
  for await (const { carriers } of reading.scan(presence, presenceKey())) {
    for (const { what, carrier, record, dueOn } of presenceDueOf(carriers)) {
      items.push({ what, of: `${carrier} ${record}`, dueOn, overdue: on > dueOn });
    }
  }
  return items;
}

/** Signed sheets whose facts have changed, and periods without signed sheets. R1 §4.2, R2 §2.2. */
async function ofSheets(reading: Reading, on: string): Promise<readonly DueItem[]> {
  const all = await signedSheets(reading);
  const behind = (await behindSheets(reading, all)).map(({ signed, dueOn }): DueItem => {
    const of = `${recordName(signed.stream)}:${signed.sheets[0]}-${signed.sheets.at(-1)}`;
    return { what: 'sheets-behind', of, dueOn, overdue: on > dueOn };
  });
  const unsigned = (await unsignedPeriods(reading, on, all)).map((one): DueItem => {
    const of = [one.carrier, one.record, one.from].join(':');
    return { what: 'sheets-unsigned', of, dueOn: one.dueOn, overdue: on > one.dueOn };
  });
  return [...behind, ...unsigned];
}

async function ofCustody(
  reading: Reading,
  on: string,
  { custody: rules }: Edition,
): Promise<readonly DueItem[]> {
  const items: DueItem[] = [];
  for await (const { studyYear, facts } of reading.scan(preservation, preservationKey())) {
    const history = preservationHistoryOf(facts.map((fact) => ({ ...fact, occurredOn: fact.on })));
    for (const { what, of, dueOn, standing } of preservationDueOf(rules, history, studyYear, on)) {
      if (standing === 'done' || standing === 'done-late') continue;
      items.push({ what, of, dueOn, overdue: standing === 'overdue' });
    }
  }
  return items;
}

/**
 * Missed replenishments of banks, counted from the first day on which a regulation was in force.
 */
async function ofBanks(
  reading: Reading,
  on: string,
  { achievements: rules }: Edition,
  from = on,
): Promise<readonly DueItem[]> {
  const banks = new Map<string, { readonly done: { due: string; on: string }[] }>();
  for (const { id } of rules.banks) {
    const found = await reading.get(achievements, achievementsKey.replenished(id));
    const done = found?.kind === 'replenished' ? found.done : [];
    banks.set(id, { done: done.map((fact) => ({ due: fact.data.due, on: fact.on })) });
  }
  return overdueReplenishments(rules, banks, from, on).map(({ bank, due }) => ({
    what: 'bank-replenishment',
    of: bank,
    dueOn: due,
    overdue: true,
  }));
}

async function ofApplications(reading: Reading, on: string): Promise<readonly DueItem[]> {
  const items: DueItem[] = [];
  for await (const found of reading.scan(disclosures, disclosuresKey.case('application'))) {
    if (found.kind !== 'application' || found.case === null) continue;
    const { state, dueOn, disclosure: of } = found.case;
    if (dueOn === null || (state !== 'waiting' && state !== 'granted')) continue;
    items.push({ what: 'disclosure', of, dueOn, overdue: on > dueOn });
  }
  return items;
}

/**
 * The open files of learners with a closed change: they get a new cover, and a file that was bound
 * anew is certified anew, which settles it. No clause sets a term, so it is never overdue. RK §4
 * situation 2.
 */
async function ofCovers(reading: Reading, on: string): Promise<readonly DueItem[]> {
  const found = await reading.get(catalogue, catalogueKey.closed);
  const items: DueItem[] = [];
  for (const learner of found?.kind === 'closed' ? found.learners : []) {
    const change = (await reading.person(learner))?.closedChange ?? null;
    if (change === null || change.on > on) continue;
    const { on: dueOn } = change;
    for (const { file: of, openedOn, closedOn, certified } of (await reading.card(learner))
      ?.files ?? []) {
      if (closedOn !== null || openedOn >= dueOn) continue;
      if (certified.some((one) => one.on >= dueOn)) continue;
      items.push({ what: 'file-cover', of, dueOn, overdue: false });
    }
  }
  return items;
}
