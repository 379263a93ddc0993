import { must } from '@letopis/core';
import { dueReport, ifPermitted, personalFileReport, registerReport } from '@letopis/projections';
import { expect, test } from 'vitest';
import { expectRefused } from '../domain/worlds/expect-refused.ts';
import { namedSchool } from '../domain/worlds/named-school.ts';
import { printedFile, printedJournal, reading } from './printed.ts';

/* RK §4 no. 2. Oleg’s stepfather adopts him: a new surname and patronymic, and his mother stays. */

const court = { kind: 'court', number: '2-118/2026', date: '2026-11-30' } as const;
const FORMER = /Мухин|Ильич|05\.05\.2011|2011-05-05|2-118/;
const journal = { group: '8a', module: 'algebra' };

async function adopted() {
  const school = await namedSchool();
  const { learners, files, assessments, documents } = school;

  // Given his file, his parents, a mark, and a certificate of study under his name.
  const file = must(await files.open({ learner: 'l-3', number: '8-17', on: '2026-09-01' })).file;
  const copy = { title: 'Копия паспорта', sheets: 2, medium: 'paper', original: false } as const;
  must(await files.addDocument({ file, ...copy, on: '2026-09-01' }));
  const parent = { learner: 'l-3', relation: 'parent', on: '2026-09-01' } as const;
  const mother = { ...parent, representative: 'r-1', name: 'Ветрова Ольга Павловна' };
  must(await learners.nameRepresentative(mother));
  const father = { ...parent, representative: 'r-2', name: 'Мухин Илья Фомич' };
  must(await learners.nameRepresentative(father));
  school.onDay('2026-11-20');
  const enrollment = 'l-3.basic.1';
  const mark = { enrollment, module: 'algebra', kind: 'current', form: 'survey', assessor: 'p-9' };
  must(await assessments.record({ ...mark, value: '4', on: '2026-10-06' }));
  const study = { kind: 'study-certificate', learner: 'l-3', enrollment, signer: 'p-1' };
  must(await documents.issue({ ...study, on: '2026-11-20' }));
  expect((await printedFile(school, 'l-3')).text).toMatch(FORMER);

  // When the court's decision is entered as a closed change.
  school.onDay('2026-12-02');
  must(
    await learners.change({
      learner: 'l-3',
      name: 'Ветров Олег Сергеевич',
      birthDate: '2011-05-17',
      closed: 'adoption',
      staying: ['r-1'],
      formerSystems: [],
      ground: court,
      on: '2026-12-01',
    }),
  );
  const adopter = { ...parent, representative: 'r-3', relation: 'adoptive-parent' } as const;
  const name = 'Ветров Сергей Львович';
  must(await learners.nameRepresentative({ ...adopter, name, on: '2026-12-01' }));
  return { ...school, file };
}

test('RK §4 no. 2: an adoption hides who the child was, on every page, of every day', async () => {
  const school = await adopted();

  // Then file and journal print the new name, also as of the days before.
  for (const day of [null, '2026-10-06', '2026-12-02']) {
    const file = await printedFile(school, 'l-3', day);
    const page = await printedJournal(school, journal, day);
    expect(`${file.text} ${page.text}`, `on ${day}`).not.toMatch(FORMER);
    expect(file.text).toContain('Ветров Олег Сергеевич');
    expect(page.text).toContain('Ветров Олег Сергеевич');
  }
  const { text, rows } = await printedFile(school, 'l-3');
  expect(text).toContain('17 мая 2011 г.');
  expect(text).toContain('Законный представитель Ветрова Ольга Павловна');
  expect(text).toContain('Законный представитель Ветров Сергей Львович');

  // And the certificate that he has is shown under the new name, as changed by a closed act.
  expect(rows('documents').flat().join(' ')).toContain(
    'Справка об обучении изменено закрытым актом',
  );
  const of = { series: 'progress-certificates', year: '2026' };
  const { lines } = await registerReport(await reading(school), of);
  expect(lines).toMatchObject([{ nameOn: { text: 'Ветров Олег Сергеевич' }, closed: true }]);
});

test('RK §4 no. 2: the office of the regulation sees it, asking for it; nobody else', async () => {
  const school = await adopted();
  const asking = { person: 'p-1', office: 'head', purpose: 'closed-change', on: '2026-12-02' };
  const asked = (more: object) => async () =>
    (await reading(school, '2026-10-06')).for({ kind: 'administration', ...asking, ...more });
  const head = must(await ifPermitted(asked({})));
  const page = await personalFileReport(head, { learner: 'l-3' });
  expect(page).toMatchObject({
    learner: { text: 'Мухин Олег Ильич' },
    birthDate: { text: '2011-05-05' },
  });
  const keeper = await ifPermitted(asked({ person: 'p-5', office: 'records-keeper' }));
  expectRefused(keeper, 'closed-changes-not-open', 'p-5', 'records-keeper');
});

test('RK §4 no. 2: his file is due for a new cover, until it is certified anew', async () => {
  const school = await adopted();
  const covers = async () =>
    (await dueReport(await reading(school, '2026-12-05'))).items
      .filter(({ what }) => what === 'file-cover')
      .map(({ of, dueOn }) => [of, dueOn]);
  expect(await covers()).toEqual([[school.file, '2026-12-01']]);
  school.onDay('2026-12-05');
  const bound = { file: school.file, sheets: 2, inventorySheets: 1, signer: 'p-5' };
  must(await school.files.certifyPart({ ...bound, on: '2026-12-04' }));
  expect(await covers()).toEqual([]);
});
