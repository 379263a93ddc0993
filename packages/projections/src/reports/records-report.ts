import type { LocalText } from '@letopis/core/values';
import type { ArchivalRecord } from '../views/records.ts';
import { records, recordsKey } from '../views/records.ts';
import { absentCarriers } from './absent-carriers.ts';
import type { ViewReader } from './reader.ts';
import type { PageBasis } from './reading.ts';
import { Reading } from './reading.ts';

/** A record as an inventory lists it. */
export interface ListedRecord extends ArchivalRecord {
  /**
   * The carriers that are not simply in place, with what an inventory says of each: «не обнаружено,
   * акт № 3 от 2027-04-01». RK 4 no. 3, 10.
   */
  readonly absent: readonly { readonly carrier: string; readonly mark: LocalText }[];
}

/** Records with their archival status, in plain string order of their names. */
export interface RecordsPage {
  readonly basis: PageBasis;
  readonly records: readonly ListedRecord[];
}

/**
 * Lists the enrollments and files of learners: the records that a transfer to the archive may list.
 * D18.
 */
export async function recordsOfLearners(
  reader: ViewReader,
  { learners }: { readonly learners: readonly string[] },
): Promise<RecordsPage> {
  const reading = new Reading(reader);
  const found = await ofLearners(reading, new Set(learners));
  return { records: await listed(reading, found), basis: reading.basis() };
}

/**
 * Lists the records of a group: its journals, the enrollments that were in it, and their learners'
 * files. D18, R1 §7, R2 §3.
 */
export async function recordsOfGroup(
  reader: ViewReader,
  { group }: { readonly group: string },
): Promise<RecordsPage> {
  const reading = new Reading(reader);
  const found: ArchivalRecord[] = [];
  for await (const answer of reading.scan(records, recordsKey.journals(group))) {
    if (answer.kind === 'journals') found.push(...answer.records);
  }
  const [learners, inGroup] = [new Set<string>(), new Set<string>()];
  for await (const answer of reading.scan(records, recordsKey.member(group))) {
    if (answer.kind !== 'member' || answer.enrollments.length === 0) continue;
    learners.add(answer.learner);
    for (const enrollment of answer.enrollments) inGroup.add(enrollment);
  }
  const own = await ofLearners(reading, learners);
  found.push(...own.filter(({ kind, record }) => kind === 'file' || inGroup.has(record)));
  return { records: await listed(reading, found), basis: reading.basis() };
}

async function ofLearners(
  reading: Reading,
  learners: ReadonlySet<string>,
): Promise<readonly ArchivalRecord[]> {
  const found: ArchivalRecord[] = [];
  for (const learner of learners) {
    const answer = await reading.get(records, recordsKey.learner(learner));
    if (answer?.kind === 'learner') found.push(...answer.records);
  }
  return found;
}

/** The records in the order of their names, each with what is known of its carriers. */
async function listed(
  reading: Reading,
  found: readonly ArchivalRecord[],
): Promise<readonly ListedRecord[]> {
  const lines: ListedRecord[] = [];
  for (const one of found.toSorted(byName)) {
    const absent = await absentCarriers(reading, one.record);
    lines.push({ ...one, absent: absent.map(({ carrier, mark }) => ({ carrier, mark })) });
  }
  return lines;
}

const byName = (a: ArchivalRecord, b: ArchivalRecord): number => (a.record < b.record ? -1 : 1);
