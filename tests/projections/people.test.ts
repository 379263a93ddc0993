import { nameOfLine } from '@letopis/core';
import { journalPage, personalFileReport } from '@letopis/projections';
import { people } from '@letopis/projections/views';
import { describe, expect, it } from 'vitest';
import { openAcademy } from './academy.ts';
import { readerOver } from './event-log.ts';
import { addToPortfolio } from './papers.ts';

describe('the view of people', () => {
  it('gives the name that holds on a day', async () => {
    const academy = openAcademy();
    academy.add('LearnerDataChanged', '2026-10-01', {
      learner: 'l-1',
      name: { value: nameOfLine('Лунёва Анна Петровна') },
    });
    const name = async (on: string | null) =>
      (await readerOver(academy.events, { on }).get(people, 'l-1'))?.name;
    expect(await name('2026-09-30')).toEqual({ value: 'Яшина Анна Петровна' });
    expect(await name('2026-10-01')).toEqual({ value: 'Лунёва Анна Петровна' });
    expect(await name(null)).toEqual({ value: 'Лунёва Анна Петровна' });
  });

  it('changes only the fields that changed, and tells never given from erased', async () => {
    const academy = openAcademy();
    const phone = { value: '+7 900' };
    academy.add('LearnerDataChanged', '2026-10-01', { learner: 'l-1', phone });
    academy.add('LearnerRegistered', '2026-10-01', { learner: 'l-9', name: { erased: true } });
    const reader = readerOver(academy.events);
    expect(await reader.get(people, 'l-1')).toMatchObject({
      name: { value: 'Яшина Анна Петровна' },
      nameParts: { family: 'Яшина', given: 'Анна', patronymic: 'Петровна' },
      phone,
      email: null,
    });
    expect(await reader.get(people, 'l-9')).toMatchObject({ name: { erased: true }, email: null });
  });

  it('shows an erased name and reason as erased, and sorts such a learner last', async () => {
    const academy = openAcademy();
    academy.add('LearnerRegistered', '2020-01-01', { learner: 'l-0', name: { erased: true } });
    academy.enroll('l-0.p-1.1', 'g-1', '2026-09-01');
    academy.enroll('l-1.p-1.1', 'g-1', '2026-09-01');
    const mark = academy.record('l-0.p-1.1', 'g-1', '2026-09-07');
    academy.correct(mark, 5, '2026-09-08', { reason: { erased: true } });
    const page = await journalPage(readerOver(academy.events), { group: 'g-1', module: 'safety' });
    expect(page.rows.map(({ learner }) => learner)).toEqual([
      { person: 'l-1', text: 'Яшина Анна Петровна', erased: false },
      { person: 'l-0', text: null, erased: true },
    ]);
    expect(page.corrections[0]?.correction.reason).toEqual({ text: null, erased: true });
  });

  it('keeps a representative apart from the learner, until the rights end', async () => {
    const academy = openAcademy();
    const bond = { learner: 'l-1', representative: 'r-1' };
    const name = { value: nameOfLine('Яшин Пётр Ильич') };
    academy.add('RepresentativeNamed', '2026-09-01', {
      ...bond,
      relation: 'parent',
      name,
      until: null,
    });
    academy.add('RepresentativeEnded', '2026-11-01', bond);
    const on = async (day: string) =>
      personalFileReport(readerOver(academy.events, { on: day }), { learner: 'l-1' });
    const file = await on('2026-10-01');
    expect(file.learner.text).toBe('Яшина Анна Петровна');
    expect(file.representatives).toEqual([
      {
        name: { person: 'r-1', text: 'Яшин Пётр Ильич', erased: false },
        relation: 'parent',
        scope: 'full',
        from: '2026-09-01',
        until: null,
      },
    ]);
    expect((await on('2026-11-01')).representatives).toEqual([]);
    expect(await readerOver(academy.events).get(people, 'r-1')).toMatchObject({
      roles: ['representative'],
      name: { value: 'Яшин Пётр Ильич' },
    });
  });

  it('holds the words and papers of achievements, credits and portfolios', async () => {
    const academy = openAcademy();
    const paper = { value: { title: 'Диплом победителя', number: '14', date: '2026-10-30' } };
    const about = { achievement: 'a-1', learner: 'l-1', edition: 1 };
    const shown = academy.add('AchievementEvidenced', '2026-10-30', { ...about, document: paper });
    const item = addToPortfolio(
      academy,
      '2026-11-10',
      { title: { value: 'Проект Яшиной' }, locator: { erased: true } },
      'a-1',
    );
    const person = await readerOver(academy.events).get(people, 'l-1');
    expect(person?.notes[shown.id]).toEqual({ document: paper });
    expect(person?.notes[item.id]).toEqual({
      title: { value: 'Проект Яшиной' },
      locator: { erased: true },
    });
  });
});
