import type { RegulationPreset } from '@letopis/core';
import { archiveTransfer, must, runProcess } from '@letopis/core';
import { editionOn, regulationFold } from '@letopis/core/facts';
import { expect } from 'vitest';
import { newAcademy } from './academy.ts';
import { expectRefused } from './expect-refused.ts';
import { lesson, openSchool } from './records-school.ts';

const from = '2026-09-01';

/** The records school under a preset; `l-1` and `l-2` study in group m-1. */
export async function schoolUnder(preset: RegulationPreset) {
  const school = await openSchool(preset);
  for (const learner of ['l-1', 'l-2']) {
    must(await school.enrollments.enroll({ learner, group: 'm-1', from }));
  }
  return school;
}

export type SchoolUnder = Awaited<ReturnType<typeof schoolUnder>>;

/** A mark of `l-1` in safety, given by p-9. */
export const mark = {
  enrollment: 'l-1.mentor.1',
  module: 'safety',
  kind: 'current',
  form: 'survey',
  value: '4',
  on: '2026-10-05',
  assessor: 'p-9',
};

/** The values of the results of `l-1`, in the order in which they were recorded. */
export async function resultsOf({ events }: Pick<SchoolUnder, 'events'>) {
  const recorded = (await events('enrollment-l-1.mentor.1')).filter(
    ({ type }) => type === 'AssessmentRecorded',
  );
  return recorded.map(({ data }) => data as Record<string, unknown>);
}

/** Adopts a preset with these papers; gives the editions by day. */
export async function adopted(preset: RegulationPreset, papers: object, since = from) {
  const academy = newAcademy();
  const given = { timeZone: 'Europe/Moscow', from: since, ground: null, ...papers };
  must(await academy.regulation.adopt(preset, given));
  const on = async (day: string) => {
    const { state } = await academy.session.load(regulationFold, 'main');
    return editionOn(state, day)?.edition ?? null;
  };
  return { ...academy, on };
}

/** Signs a printed sheet of each carrier, as its keeper must. */
export async function signSheetsOf(school: SchoolUnder, carriers: readonly string[]) {
  const { stream, revision } = must(await school.journals.holdLesson(lesson));
  const [held] = await school.handler.events(stream, revision, 1);
  const source = {
    last: `${stream}@${revision}`,
    event: held!.id,
    recordedAt: held!.recordedAt,
    digest: '9f86d081884c7d659a2feaa0c55ad015',
  };
  const title = { ru: 'Лист', en: 'Sheet' };
  must(await school.forms.approve({ form: 'sheet', version: '1', title, on: from }));
  const sheet = {
    volume: 'm-1',
    form: 'sheet',
    sheets: 1,
    source,
    records: ['journal-m-1.safety.2026'],
    signers: [{ person: 'p-5' }],
    on: '2026-10-01',
  };
  return Promise.all(carriers.map((carrier) => school.printouts.signSheets({ ...sheet, carrier })));
}

/**
 * Expects that information is given only for the learner's own path, and refused for a purpose that
 * no rule names.
 */
export async function expectPathOnly(preset: RegulationPreset): Promise<void> {
  const { disclosures, events } = await schoolUnder(preset);
  const told = {
    id: 'd-1',
    learner: 'l-1',
    to: 'learner' as const,
    purpose: 'path',
    signer: 'p-9',
    given: { forms: [{ form: 'transcript' }] },
    medium: 'oral' as const,
    on: '2026-10-01',
  };
  must(await disclosures.tell(told));
  expect((await events('disclosure-d-1'))[0]?.data).toMatchObject({ purpose: 'path' });
  const rating = await disclosures.tell({ ...told, id: 'd-2', purpose: 'rating' });
  expectRefused(rating, 'purpose-unknown', 'rating', 'path');
}

/** A file with paper and an electronic document goes to the archive, with the enrollment. */
export async function expectArchivedInBothMedia(preset: RegulationPreset): Promise<void> {
  const school = await schoolUnder(preset);
  const { files, enrollments, transfers, store, handler, events } = school;
  must(await files.open({ learner: 'l-1', number: '1', on: from }));
  const document = { file: 'l-1.1', title: 'Заявление', original: true, on: from };
  must(await files.addDocument({ ...document, medium: 'paper', sheets: 1 }));
  must(await files.addDocument({ ...document, medium: 'electronic', sheets: 0 }));
  const discharge = { enrollment: 'l-1.mentor.1', reason: 'own-wish', on: '2026-11-20' };
  must(await enrollments.discharge(discharge));
  const records = ['enrollment-l-1.mentor.1', 'file-l-1.1'];
  const [handsOver] = preset.archive.handOverOffices.map(personIn);
  const [receives] = preset.archive.receiveOffices.map(personIn);
  const begin = { id: 't-1', records, handsOver: handsOver!, on: '2026-11-21' };
  must(await transfers.begin({ ...begin, orderDate: '2026-11-20' }));
  const run = () =>
    runProcess({ store, codec: handler.codec, process: archiveTransfer(handler, 'academy') });
  await run();
  must(await transfers.drawUpAct({ transfer: 't-1', number: '3-а', on: '2026-11-21' }));
  must(await transfers.sign({ transfer: 't-1', signer: handsOver!, on: '2026-11-21' }));
  const acceptance = { transfer: 't-1', signer: receives!, place: 'Архив, полка 2' };
  must(await transfers.accept({ ...acceptance, on: '2026-11-22' }));
  await run();
  const file = await events('file-l-1.1');
  expect(file.flatMap(({ data }) => (data as { medium?: string }).medium ?? [])).toEqual([
    'paper',
    'electronic',
  ]);
  const late = await files.addDocument({ ...document, medium: 'paper', sheets: 1 });
  expectRefused(late, 'record-archived');
}

const PERSON: Readonly<Record<string, string>> = {
  head: 'p-1',
  'records-keeper': 'p-5',
  archivist: 'p-7',
  teacher: 'p-9',
};
const personIn = (office: string): string => PERSON[office] ?? expect.fail(`nobody is ${office}`);
