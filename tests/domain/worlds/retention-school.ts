import type { EventStore, RegulationPreset } from '@letopis/core';
import { must } from '@letopis/core';
import { fixedPorts } from '@letopis/core/testing';
import { protocol } from '@letopis/core/values';
import { openMemory } from '@letopis/store-memory';
import { step } from './command-ids.ts';
import { lesson, openSchool, regulation, schoolOver } from './records-school.ts';

const r2 = regulation();

/** R2 with the terms that it leaves to the file plan: sheets 5 years, protocols permanently. */
export const planned = (changes: Partial<RegulationPreset['retention']> = {}) =>
  regulation({
    retention: {
      ...r2.retention,
      filePlan: [
        { index: '02-02', term: 'exact', years: 5, startsAt: 'year-end', article: null },
        { index: '02-03', term: 'permanent', years: null, startsAt: null, article: 'ст. 233' },
      ],
      ...changes,
    },
  });

/** The same without anything that is retained permanently, and without electronic media. */
export const paperOnly = () =>
  regulation({
    carriers: {
      ...r2.carriers,
      carriers: r2.carriers.carriers.filter(({ id }) =>
        ['lesson-journal', 'personal-files'].includes(id),
      ),
    },
  });

export const journal = 'journal-m-1.safety.2026';
export const file = 'file-l-1.1';
export const enrollment = 'enrollment-l-1.mentor.1';

/**
 * A school on 1 February 2031: l-1 left on 20 November 2026, and their file was closed that day;
 * the last lesson of safety was on 10 October 2026. p-2 chairs the expert commission.
 */
export async function oldSchool(
  preset: RegulationPreset = planned(),
  store: EventStore = openMemory(fixedPorts({ at: '2031-02-01T09:00:00.000Z' })),
) {
  await openSchool(preset, store);
  const school = schoolOver(store);
  const { journals, files, enrollments, officials } = school;
  must(await officials.appoint({ person: 'p-2', office: 'commission-chair', from: '2026-09-01' }));
  must(await journals.holdLesson({ ...lesson, id: 'z-1', on: '2026-10-10', commandId: step(11) }));
  must(await files.open({ learner: 'l-1', number: '1', on: '2026-09-01', commandId: step(12) }));
  const paper = { file: 'l-1.1', medium: 'paper', sheets: 2, original: true } as const;
  const title = 'Копия диплома Ильиной А. П.';
  must(await files.addDocument({ ...paper, title, on: '2026-09-02', commandId: step(13) }));
  must(await files.close({ file: 'l-1.1', on: '2026-11-20', commandId: step(14) }));
  const from = '2026-09-01';
  must(await enrollments.enroll({ learner: 'l-1', group: 'm-1', from, commandId: step(15) }));
  const left = { enrollment: 'l-1.mentor.1', reason: 'own-wish', on: '2026-11-20' };
  must(await enrollments.discharge({ ...left, commandId: step(16) }));
  return school;
}

export type OldSchool = Awaited<ReturnType<typeof oldSchool>>;

export const on = '2031-02-01';

/** A selection for destruction: the class journal and the personal file of a learner who left. */
export const selection = {
  id: 'd-1',
  number: '1-у',
  items: [
    { carrier: 'lesson-journal', record: journal },
    { carrier: 'personal-files', record: file },
  ],
  signer: 'p-7',
  on,
  commandId: step(21),
};

/** The inventories of the permanent records of 2026. */
export const lists = { year: '2026', signer: 'p-2', on, commandId: step(20) };

/** Records both approvals, that of the commission by protocol. */
export async function approveBoth({ retention }: Pick<OldSchool, 'retention'>, act = 'd-1') {
  const given = { act, on, commandId: step(22) };
  const ground = protocol('4', '2031-01-30');
  must(await retention.approve({ ...given, approval: 'expert-commission', signer: 'p-2', ground }));
  must(await retention.approve({ ...given, approval: 'head', signer: 'p-1', commandId: step(23) }));
}

/** Who destroyed the records, and how. */
export const destruction = {
  act: 'd-1',
  number: '1-уд',
  method: 'shredding',
  destroyers: ['p-7', 'p-5'],
  on,
  commandId: step(24),
};
