import { must, order } from '@letopis/core';
import { personalFileHtml } from '@letopis/forms';
import { fillFrdoFile, frdoDpo, frdoProblems, frdoRows } from '@letopis/forms/frdo';
import { personalFileReport, registerReport } from '@letopis/projections';
import { people } from '@letopis/projections/views';
import { describe, expect, test } from 'vitest';
import { certificate, documentAcademy, participation } from '../domain/worlds/register-academy.ts';
import { readerOf } from '../projections/contradictions.ts';
import { registerFile } from './register-file.ts';

/* RK §4 situations 1 and 12, from the command to the paper. */

const { name: _name, ...unnamed } = certificate;
const shown = {
  organisation: { name: 'Академия', place: 'г. Казань' },
  timeZone: 'Europe/Moscow',
  language: 'ru',
} as const;

const of2026 = { series: 'issued-documents', year: '2026' };

/** A name as a command gives it: every part is said. */
type Parts = Extract<Parameters<Learners['change']>[0]['name'], { family: string | null }>;
type Learners = Awaited<ReturnType<typeof documentAcademy>>['learners'];

/** The academy where learners have these names, birth dates and files. */
async function named(all: readonly (readonly [string, Parts, string])[]) {
  const academy = await documentAcademy();
  const { learners, files } = academy.as('u-5', order('1', '2026-09-01'));
  for (const [index, [learner, name, birthDate]] of all.entries()) {
    must(await learners.change({ learner, name, birthDate, on: '2026-09-01' }));
    must(await files.open({ learner, number: `0${index + 7}`, on: '2026-09-01' }));
  }
  return academy;
}

const twin = (given: string) => ({ family: 'Ильина', given, patronymic: 'Петровна' });

describe('RK §4 situation 1: twins of like initials', () => {
  test('are told apart by file number on the register and in their files', async () => {
    const academy = await named([
      ['l-1', twin('Анна'), '2005-03-15'],
      ['l-2', twin('Алла'), '2005-03-15'],
    ]);
    must(await academy.documents.issue({ ...unnamed, kind: 'upgrade-certificate' }));
    must(await academy.documents.issue(participation));
    const reader = await readerOf(academy);
    const page = await registerReport(reader, of2026);
    expect(page.lines.map(({ name, nameOn }) => [name.apart, nameOn.text])).toEqual([
      [{ by: 'file-number', value: '07' }, 'Ильина Анна Петровна'],
      [{ by: 'file-number', value: '08' }, 'Ильина Алла Петровна'],
    ]);
    const file = await personalFileReport(reader, { learner: 'l-2' });
    expect(personalFileHtml(file, shown)).toContain('08');
  });
});

describe('RK §4 situation 12: a foreigner without SNILS or patronymic, a Latin passport', () => {
  const source = { title: 'нотариальный перевод паспорта', number: '7-12', date: '2026-08-20' };
  const john = { family: 'Смит', given: 'Джон', patronymic: null, latin: 'SMITH JOHN', source };

  test('has the Russian form on the document and its paper in the file', async () => {
    const academy = await named([['l-1', john, '1990-05-17']]);
    must(await academy.documents.issue(unnamed));
    const reader = await readerOf(academy);
    const { lines } = await registerReport(reader, of2026);
    expect(lines[0]).toMatchObject({ nameOn: { text: 'Смит Джон' }, nameParts: john });
    const file = await personalFileReport(reader, { learner: 'l-1' });
    expect(file.latin).toEqual({ name: 'SMITH JOHN', source });
    const page = personalFileHtml(file, shown);
    expect(page).toContain(
      'SMITH JOHN (написание: нотариальный перевод паспорта, 7-12, 20.08.2026)',
    );
  });

  test('has a row with «Нет», no SNILS and a code of three digits, which is taken', async () => {
    const academy = await named([['l-1', john, '1990-05-17']]);
    must(await academy.documents.issue(unnamed));
    const reader = await readerOf(academy);
    const { lines } = await registerReport(reader, of2026);
    const person = await reader.get(people, 'l-1');
    if (person === null) throw new Error('the person is on record');
    const { rows } = frdoRows(frdoDpo, {
      lines,
      people: new Map([['l-1', person]]),
      programmes: new Map([['mentor', 'Наставничество']]),
      defaults: {
        studyForm: 'Заочная',
        funding: 'Платное обучение',
        educationForm: 'в образовательной организации',
        citizenship: '840',
        sex: 'Муж',
      },
    });
    expect(rows[0]?.values).toMatchObject({
      surname: 'Смит',
      givenName: 'Джон',
      patronymic: 'Нет',
      snils: '',
      citizenship: '840',
    });
    expect(JSON.stringify(rows)).not.toMatch(/SMITH|7-12/);
    expect(frdoProblems(frdoDpo, rows, { today: '2026-12-25' })).toEqual([]);
    expect(fillFrdoFile(frdoDpo, registerFile(frdoDpo), rows).ok).toBe(true);
  });
});
