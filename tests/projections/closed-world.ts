import { must } from '@letopis/core';
import { r2 } from '@letopis/core/presets/r2';
import {
  correctionSheetHtml,
  correctionsHtml,
  journalHtml,
  lawHtml,
  personalFileHtml,
  selfEvaluationHtml,
} from '@letopis/forms';
import { frdoDpo, frdoRows } from '@letopis/forms/frdo';
import type { ViewReader } from '@letopis/projections';
import {
  acquaintanceReport,
  addedAfterArchive,
  backupLog,
  banksReport,
  contestsReport,
  contradictionsReport,
  correctionsReport,
  debtsReport,
  diarySeenReport,
  differencesReport,
  disclosureLedger,
  doublesReport,
  dueReport,
  entryCorrectionsReport,
  giftedRegister,
  handOverAct,
  journalPage,
  laterPapersReport,
  lateEntriesReport,
  lawReport,
  notesReport,
  oldBooksReport,
  orderRegister,
  organisationHead,
  outcomesReport,
  paperBehindReport,
  personalFileReport,
  presenceReport,
  recordsOfGroup,
  recordsOfLearners,
  registerReport,
  resultGroupsReport,
  selfEvaluationReport,
  teacherDuties,
} from '@letopis/projections';
import { people } from '@letopis/projections/views';
import { book, firstLine, line } from '../domain/worlds/old-book-academy.ts';
import { certificate, documentAcademy } from '../domain/worlds/register-academy.ts';

/*
 * RK §4 situation 2: l-1 studies as Ильина Анна Петровна, gets a certificate, and is adopted on 23
 * December 2026. Everything that is on record names her and her mother r-1 before.
 */

export const ADOPTED = '2026-12-23';
export const court = { kind: 'court', number: '2-118/2026', date: '2026-12-24' } as const;
const on = '2026-09-01';

/** What must be found nowhere, in any case and any writing. */
export const SECRETS = new RegExp(
  [
    'Ильин|Илин|Петровн|Анн[аыеу](?!\\p{L})|Сидоров|Игнатьевн',
    '2011-05-05|05\\.05\\.2011|112-233|11223344595|ilina@|4471|adopti|2-118',
  ].join('|'),
  'u',
);

/** The name as the certificate has it, by a slip of the pen. */
export const MISPRINTED = 'Илина Анна Петровна';

export async function closedWorld() {
  const academy = await documentAcademy();
  const { learners, officials, files, portfolios, disclosures, documents, links } = academy;
  must(await officials.rename({ person: 'p-9', name: 'Кротов Олег Юрьевич', on }));
  const birth = { birthDate: '2011-05-05', snils: '112-233-445 95', email: 'ilina@mail.ru' };
  const name = 'Ильина Анна Петровна';
  must(await learners.change({ learner: 'l-1', name, ...birth, on }));
  must(await learners.change({ learner: 'l-2', name: 'Ивлев Игорь Ильич', on }));
  const mother = { learner: 'l-1', representative: 'r-1', relation: 'parent', on } as const;
  must(await learners.nameRepresentative({ ...mother, name: 'Сидорова Марфа Игнатьевна' }));
  const id = { learner: 'l-1', system: 'lms', value: 'account-4471', on };
  must(await learners.giveExternalId(id));
  const consent = { learner: 'l-1', id: 'c-1', purpose: 'transfer', givenBy: 'r-1', on } as const;
  must(await learners.giveConsent({ ...consent, scope: 'Сведения об Ильиной Анне' }));
  const file = must(await files.open({ learner: 'l-1', number: '02-11/2026-1', on })).file;
  const paper = { file, date: null, sheets: 1, medium: 'paper', original: false, on } as const;
  must(await files.addDocument({ ...paper, title: 'Заявление Сидоровой М. И.' }));
  must(
    await files.addDocument({ ...paper, title: 'Свидетельство Ильиной А. П., 05.05.2011 г. р.' }),
  );
  must(
    await portfolios.add({
      holder: { learner: 'l-1' },
      kind: 'work',
      title: 'Рассказ Анны Ильиной',
      medium: 'paper',
      locator: 'shelf/ilina@mail.ru',
      addedBy: 'p-9',
      office: 'teacher',
      on: '2026-10-01',
    }),
  );
  must(
    await disclosures.ask({
      id: 'd-1',
      learner: 'l-1',
      applicant: { kind: 'representative', representative: 'r-1' },
      applicantName: 'Сидорова Марфа Игнатьевна',
      asked: 'Оценки дочери, Ильиной Анны',
      form: 'written',
      purpose: 'acquaintance',
      on: '2026-10-02',
    }),
  );
  const { document } = must(await documents.issue({ ...certificate, name: MISPRINTED }));
  must(await documents.withdraw({ document, reason: 'lost', on: ADOPTED }));
  must(await links.link({ learner: 'l-2', other: 'l-3', signer: 'p-5', on }));
  await alsoOnRecord(academy);
  return { ...academy, file, document };
}

/** A diary that her mother saw, a note about her, her listing as gifted, a line of an old book. */
async function alsoOnRecord({ acquaintances, notes, learners, documents }: Academy) {
  const subject = { kind: 'diary', from: on, until: '2026-09-06' } as const;
  const lines = [{ learner: 'l-1', by: 'r-1', on: '2026-09-07' }];
  must(await acquaintances.record({ subject, lines, signer: 'p-9', on: '2026-09-08' }));
  const note = { title: 'Срез: Анна Ильина', locator: 'папка Ильиной', signer: 'p-9' };
  must(await notes.write({ ...note, about: { learner: 'l-1', group: 'm-1' }, on: '2026-10-30' }));
  const listing = { learner: 'l-1', entry: 'Ильина-1', conditions: 'Наставник для Анны Ильиной' };
  must(await learners.listAsGifted({ ...listing, on: '2026-10-01' }));
  const name = 'Ильина Анна Петровна';
  const old = { ...line, name, birthDate: '2011-05-05', kind: certificate.kind, marks: [] };
  const [carrier] = r2.carriers.carriers;
  const from = { ...book, carrier: carrier?.id ?? '', predecessor: null };
  const given = { ...old, issuedOn: '2025-06-20' };
  must(await documents.takeOver({ ...from, issuer: 'Школа № 7', lines: [given] }));
  must(await documents.link({ document: firstLine, learner: 'l-1', on: '2026-12-12' }));
}

type Academy = Awaited<ReturnType<typeof documentAcademy>>;

export type ClosedWorld = Awaited<ReturnType<typeof closedWorld>>;

export const change = {
  learner: 'l-1',
  name: 'Белова Мария Сергеевна',
  birthDate: '2011-05-17',
  snils: '087-654-303 00',
  email: 'belova@mail.ru',
  formerSystems: ['lms'],
  on: ADOPTED,
} as const;

/** The adoption: closed, with its paper; the adoptive father is named from its day on. */
export async function adopt({ learners }: ClosedWorld): Promise<string> {
  const closed = { ...change, closed: 'adoption', ground: court } as const;
  const { eventId } = must(await learners.change(closed));
  const father = { learner: 'l-1', representative: 'r-2', relation: 'adoptive-parent' } as const;
  must(await learners.nameRepresentative({ ...father, name: 'Белов Сергей Фомич', on: ADOPTED }));
  return eventId;
}

const YEAR = { from: '2026-09-01', until: '2026-12-31' };
const options = {
  organisation: { name: 'Академия', place: 'Казань' },
  form: 'C',
  timeZone: 'Europe/Moscow',
} as const;

type Page = (reader: ViewReader) => Promise<unknown>;

/** Every report, and every form of one. */
export const PAGES: Readonly<Record<string, Page>> = {
  journalPage: (reader) => journalPage(reader, { group: 'm-1', module: 'safety' }),
  personalFileReport: (reader) => personalFileReport(reader, { learner: 'l-1' }),
  recordsOfLearners: (reader) => recordsOfLearners(reader, { learners: ['l-1'] }),
  recordsOfGroup: (reader) => recordsOfGroup(reader, { group: 'm-1' }),
  debtsReport: (reader) => debtsReport(reader, { group: 'm-1' }),
  correctionsReport: (reader) => correctionsReport(reader, YEAR),
  entryCorrectionsReport: (reader) => entryCorrectionsReport(reader, YEAR),
  outcomesReport: (reader) => outcomesReport(reader, { group: 'm-1' }),
  registerReport: (reader) => registerReport(reader, ISSUED),
  orderRegister: (reader) => orderRegister(reader, { year: '2026' }),
  lateEntriesReport: (reader) => lateEntriesReport(reader, { ...YEAR, lateEntryDays: 0 }),
  laterPapersReport: (reader) => laterPapersReport(reader, YEAR),
  contradictionsReport: (reader) => contradictionsReport(reader),
  differencesReport: (reader) => differencesReport(reader),
  addedAfterArchive: (reader) => addedAfterArchive(reader),
  dueReport: async (reader) => (reader.on === null ? null : dueReport(reader)),
  disclosureLedger: (reader) => disclosureLedger(reader, YEAR),
  doublesReport: (reader) => doublesReport(reader),
  selfEvaluationReport: (reader) => selfEvaluationReport(reader, { year: '2026' }),
  teacherDuties: async (reader) =>
    reader.on === null ? null : teacherDuties(reader, { person: 'p-9' }),
  organisationHead: (reader) => organisationHead(reader),
  acquaintanceReport: (reader) => acquaintanceReport(reader, { group: 'm-1' }),
  diarySeenReport: (reader) => diarySeenReport(reader, { learner: 'l-1' }),
  banksReport: async (reader) =>
    reader.on === null ? null : banksReport(reader, { year: '2026' }),
  contestsReport: (reader) => contestsReport(reader),
  giftedRegister: (reader) => giftedRegister(reader),
  notesReport: (reader) => notesReport(reader, { learner: 'l-1' }),
  oldBooksReport: (reader) => oldBooksReport(reader),
  presenceReport: (reader) => presenceReport(reader),
  resultGroupsReport: (reader) => resultGroupsReport(reader, { group: 'm-1' }),
  lawReport: (reader) => lawReport(reader),
  lawHtml: async (reader) => lawHtml(await lawReport(reader), options),
  paperBehindReport: async (reader) => (reader.on === null ? null : paperBehindReport(reader)),
  backupLog: async (reader) => (reader.on === null ? null : backupLog(reader)),
  handOverAct: async (reader) =>
    reader.on === null ? null : handOverAct(reader, { number: '1-пж', date: '2026-11-30' }),
  correctionSheetHtml: async (reader) => {
    if (reader.on === null) return null;
    const page = await paperBehindReport(reader);
    return page.sheets.map((sheets) => correctionSheetHtml(page, sheets, options));
  },
  journalHtml: async (reader) =>
    journalHtml(await journalPage(reader, { group: 'm-1', module: 'safety' }), options),
  personalFileHtml: async (reader) =>
    personalFileHtml(await personalFileReport(reader, { learner: 'l-1' }), options),
  correctionsHtml: async (reader) =>
    correctionsHtml(await correctionsReport(reader, YEAR), options),
  selfEvaluationHtml: async (reader) =>
    selfEvaluationHtml(await selfEvaluationReport(reader, { year: '2026' }), options),
  frdoRows: async (reader) => {
    const { lines } = await registerReport(reader, ISSUED);
    const person = await reader.get(people, 'l-1');
    const persons = new Map(person === null ? [] : [['l-1', person] as const]);
    return frdoRows(frdoDpo, { lines, people: persons, programmes: new Map(), defaults: {} });
  },
  people: async (reader) => {
    const found: unknown[] = [];
    for await (const one of reader.scan(people, '')) found.push(one);
    for (const one of ['l-1', 'l-2', 'r-1', 'r-2']) found.push(await reader.latest(people, one));
    return found;
  },
};

export const ISSUED = { series: 'issued-documents', year: '2026' };

/** Every page of a reader as one text. */
export async function everyPage(reader: ViewReader): Promise<Readonly<Record<string, string>>> {
  const found: Record<string, string> = {};
  for (const [page, read] of Object.entries(PAGES)) {
    found[page] = JSON.stringify(await read(reader)) ?? '';
  }
  return found;
}

/** The office that may see closed changes, asking for them. */
export const HEAD = {
  kind: 'administration',
  person: 'p-1',
  office: 'head',
  purpose: 'closed-change',
  on: '2026-12-25',
} as const;

export const keeper = { signer: 'p-5', office: 'records-keeper', reason: 'Ильина ошиблась' };

export const aCorrection = (entry: string, to: object) => ({
  learner: 'l-1',
  entry,
  ...keeper,
  to,
  ground: court,
});
