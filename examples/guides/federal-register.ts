import { codec, coreEvents, letopis, must, order } from '@letopis/core';
import { r2 } from '@letopis/core/presets/r2';
import type { FrdoPerson, FrdoRow } from '@letopis/forms/frdo';
import {
  fillFrdoFile,
  frdoDiffering,
  frdoDpo,
  frdoProblems,
  frdoRows,
  frdoXlsx,
} from '@letopis/forms/frdo';
import type { ReaderOptions } from '@letopis/projections';
import { coreProjections, openReader, openViews } from '@letopis/projections';
import { registerReport } from '@letopis/projections/reports';
import { people } from '@letopis/projections/views';
import { openMemory, openMemoryViews } from '@letopis/store-memory';

const store = openMemory();
const grounds = {
  officials: { appoint: order('1-од', '2025-08-25') },
  enrollments: { enroll: order('2-з', '2025-08-29'), complete: order('31-з', '2026-05-22') },
  documents: { issue: order('31-з', '2026-05-22') },
};
const school = letopis({ store, organisation: 'academy' }).as('u-17', { grounds });
must(await school.regulation.adopt(r2, { timeZone: 'Europe/Moscow', from: '2025-09-01' }));
for (const [person, office] of [
  ['p-1', 'head'],
  ['p-5', 'records-keeper'],
  ['p-9', 'teacher'],
] as const) {
  must(await school.officials.appoint({ person, office, from: '2025-09-01' }));
}
const forms = [
  { kind: 'interim', form: 'test' },
  { kind: 'final', form: 'exam' },
];
const modules = [{ id: 'safety', scale: 'five-point', hours: 36, forms }];
const mentor = { id: 'mentor', title: 'Наставник', hours: 36, on: '2025-09-01', modules };
must(await school.programmes.open(mentor));
must(await school.groups.open({ id: 'm-1', programme: 'mentor', on: '2025-09-01' }));
const keeper = { signer: 'p-5', on: '2026-05-25' };
const range = { blank: 'certificate-blank', series: 'ПК', from: '0001', to: '0100' };
must(await school.blanks.receive({ ...range, ...keeper }));
must(await school.blanks.assign({ ...range, ...keeper, register: 'issued-documents.2026' }));
for (const [n, name] of [
  [1, 'Ильина Анна Петровна'],
  [2, 'Гарсиа Маркес Хуан'],
] as const) {
  const id = `l-${n}`;
  const on = '2025-09-01';
  must(await school.learners.register({ id, name, birthDate: '1990-05-17', on }));
  const place = { learner: id, group: 'm-1', from: on };
  const enrollment = must(await school.enrollments.enroll(place)).id;
  const mark = { enrollment, module: 'safety', value: '5', assessor: 'p-9', on: '2026-05-20' };
  for (const form of forms) must(await school.assessments.record({ ...mark, ...form }));
  must(await school.enrollments.complete({ enrollment, on: '2026-05-25' }));
  const study = { hours: 36, from: on, until: '2026-05-25' };
  const paper = { kind: 'upgrade-certificate', series: 'ПК', number: `000${n}` };
  const signed = { signer: 'p-1', on: '2026-05-26' };
  must(await school.documents.issue({ ...paper, ...study, ...signed, learner: id, enrollment }));
}

// #region rows
const views = await openViews(store, openMemoryViews(), coreProjections, {
  codec: codec(coreEvents),
  streamPrefix: 'academy.',
});

/** The rows of a year, as the records say. */
async function rowsOf2026(options: ReaderOptions = {}): Promise<readonly FrdoRow[]> {
  const reader = await openReader(views, options);
  const { lines } = await registerReport(reader, { series: 'issued-documents', year: '2026' });
  const persons = new Map<string, FrdoPerson>();
  for (const { learner } of lines) {
    const person = await reader.get(people, learner);
    if (person !== null) persons.set(learner, person);
  }
  return frdoRows(frdoDpo, {
    lines,
    people: persons,
    programmes: new Map(),
    // What no event has: for all rows, and for one learner.
    defaults: {
      studyForm: 'Заочная',
      funding: 'Платное обучение',
      educationForm: 'в образовательной организации',
    },
    byLearner: new Map([
      ['l-1', { sex: 'Жен', citizenship: '643' }],
      ['l-2', { sex: 'Муж', citizenship: '724' }],
    ]),
  }).rows;
}

const today = '2026-06-01';
const told = (rows: readonly FrdoRow[]): void => {
  for (const { severity, cell, hint } of frdoProblems(frdoDpo, rows, { today })) {
    console.log(`${severity} ${cell}: ${hint.ru}`);
  }
};
told(await rowsOf2026());
// #endregion rows

// #region repair
const juan = { family: 'Гарсиа Маркес', given: 'Хуан', patronymic: null, latin: 'GARCIA JUAN' };
must(await school.learners.change({ learner: 'l-2', name: juan, on: '2026-05-29' }));
const snils = { learner: 'l-1', snils: '112-233-445 95', on: '2026-05-29' };
const { position } = must(await school.learners.change(snils));
const sent = await rowsOf2026({ atLeast: position });
told(sent);
const [, foreigner] = sent.map(({ values }) => values);
console.log(foreigner?.['surname'], '|', foreigner?.['givenName'], '|', foreigner?.['patronymic']);
// #endregion repair

// The file that was downloaded: here a workbook without rows stands for it.
const downloaded = await frdoXlsx(frdoDpo, []);

// #region file
const filled = must(fillFrdoFile(frdoDpo, downloaded, sent));
console.log('filled:', filled.length > downloaded.length);
const again = fillFrdoFile(frdoDpo, filled, sent);
console.log(again.ok ? 'filled twice' : again.refusal.text.ru);
// #endregion file

// #region differing
const first = sent[0]?.document ?? '';
const lost = { document: first, reason: 'lost', on: '2026-06-10' };
const withdrawn = must(await school.documents.withdraw(lost));
const now = await rowsOf2026({ atLeast: withdrawn.position });
for (const { column, reported, present } of frdoDiffering(sent, now).changed) {
  console.log(`${first} ${column}: reported «${reported}», now «${present}»`);
}
// #endregion differing
