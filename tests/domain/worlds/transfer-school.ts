import type { EventStore } from '@letopis/core';
import { archiveTransfer, must, runProcess } from '@letopis/core';
import { enrollmentFold, fileFold, journalFold, transferFold } from '@letopis/core/facts';
import { step } from './command-ids.ts';
import type { RecordsSchool } from './records-school.ts';
import { lesson, openSchool, schoolOver } from './records-school.ts';

/**
 * The records to transfer. Two of them cannot be: one journal does not exist, one learner still
 * studies.
 */
export const records = [
  'journal-m-1.safety.2026',
  'journal-m-1.first-aid.2026',
  'enrollment-l-1.mentor.1',
  'enrollment-l-2.mentor.1',
  'file-l-1.1',
];
export const able = records.filter((_, index) => index !== 1 && index !== 3);

export const begin = {
  id: 't-1',
  group: 'm-1',
  records,
  handsOver: 'p-5',
  orderDate: '2026-11-20',
  on: '2026-11-21',
  commandId: step(1),
};
export const act = {
  transfer: 't-1',
  number: '3-а',
  on: '2026-11-21',
  commandId: step(2),
};
export const signing = { transfer: 't-1', signer: 'p-5', on: '2026-11-21', commandId: step(3) };
export const acceptance = {
  transfer: 't-1',
  signer: 'p-7',
  place: 'Архив, стеллаж 2',
  on: '2026-11-22',
  commandId: step(4),
};
export const rejection = {
  transfer: 't-1',
  signer: 'p-7',
  defects: [{ record: 'file-l-1.1', defect: 'нет внутренней описи' }],
  on: '2026-11-22',
  commandId: step(4),
};

/** A school with a journal, a file, an ended and a running enrollment. */
export async function schoolWithRecords() {
  const school = await openSchool();
  const { journals, files, enrollments } = school;
  must(await journals.holdLesson({ ...lesson, id: 'z-1', commandId: step(11) }));
  must(await files.open({ learner: 'l-1', number: '1', on: '2026-09-01', commandId: step(12) }));
  const from = '2026-09-01';
  for (const [n, learner] of ['l-1', 'l-2'].entries()) {
    const commandId = step(13 + n);
    must(await enrollments.enroll({ learner, group: 'm-1', from, commandId }));
  }
  const discharge = { enrollment: 'l-1.mentor.1', reason: 'own-wish', on: '2026-11-20' };
  must(await enrollments.discharge({ ...discharge, commandId: step(15) }));
  return school;
}

/** Runs the archive transfer to its end, with a runner that knows of no earlier run. */
export function runTransfer(store: EventStore) {
  const { handler } = schoolOver(store);
  const process = archiveTransfer(handler, 'academy');
  return runProcess({ store, codec: handler.codec, process });
}

/** Draws up and signs the act. */
export async function signAct({ transfers }: RecordsSchool): Promise<void> {
  must(await transfers.drawUpAct(act));
  must(await transfers.sign(signing));
}

/** A school whose archive accepted the records on 22 November 2026, or on another day. */
export async function archivedSchool(on = acceptance.on) {
  const school = await schoolWithRecords();
  must(await school.transfers.begin(begin));
  await runTransfer(school.store);
  await signAct(school);
  must(await school.transfers.accept({ ...acceptance, on }));
  await runTransfer(school.store);
  return school;
}

/** The archival status of every record, beside what the transfer says about it. */
export async function standings(school: RecordsSchool) {
  const { session } = school;
  const { state } = await session.load(transferFold, 't-1');
  const folds = { enrollment: enrollmentFold, journal: journalFold, file: fileFold };
  const found: Record<string, { said: string; custody: object }> = {};
  for (const [record, { standing, settled }] of state.records) {
    const dash = record.indexOf('-');
    const fold = folds[record.slice(0, dash) as 'file'];
    const loaded = await session.load(fold, record.slice(dash + 1));
    const said = settled === null ? standing : `${standing}, ${settled}`;
    found[record] = { said, custody: { ...loaded.state.archival } };
  }
  return { phase: state.phase, records: found };
}

/** All that the log says, without times and random values: equal after equal facts. */
export async function history(school: RecordsSchool): Promise<readonly string[]> {
  const told: string[] = [];
  for await (const page of school.store.readAll('', { streamPrefix: 'academy.' })) {
    for (const stored of page.lines) {
      const event = school.handler.codec.decode(stored);
      const { recordedAt: _, position: __, revision: ___, ...fact } = event;
      // A note names the revision of its record: that is part of the fact.
      told.push(JSON.stringify(fact));
    }
  }
  return told.toSorted();
}
