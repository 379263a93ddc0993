import { must } from '@letopis/core';
import { journalHtml } from '@letopis/forms';
import { journalPage } from '@letopis/projections';
import { namesakesAmong } from '@letopis/projections/reports';
import { describe, expect, test } from 'vitest';
import type { Academy } from '../domain/worlds/academy.ts';
import { academyUnderR2 } from '../domain/worlds/academy.ts';
import { readerOf } from './contradictions.ts';

/* RK §4 no. 1: namesakes and twins are told apart on paper, and nobody else is. */

const on = '2026-09-01';
const birthDate = '2010-03-15';
const organisation = { name: 'Академия', place: 'г. Екатеринбург' };
const shown = { organisation, timeZone: 'Europe/Moscow' };

/** A class with twins of like initials, a namesake of one of them, and another pupil. */
async function withTwins(): Promise<Academy> {
  const academy = await academyUnderR2();
  for (const office of ['head', 'records-keeper', 'teacher']) {
    const name = office === 'head' ? { name: 'Крылова Вера Львовна' } : {};
    must(await academy.officials.appoint({ person: 'p-1', office, from: on, ...name }));
  }
  const modules = [{ id: 'safety', scale: 'five-point' }];
  must(await academy.programmes.open({ id: 'mentor', on, modules }));
  must(await academy.groups.open({ id: 'm-1', programme: 'mentor', on }));
  for (const [id, name, born] of [
    ['l-1', 'Ильина Анна Петровна', birthDate],
    ['l-2', 'Ильина Алла Петровна', birthDate],
    ['l-3', 'Крылова Вера Львовна', '2010-05-01'],
    ['l-4', 'Белов Иван Ильич', birthDate],
  ] as const) {
    must(await academy.learners.register({ id, name, birthDate: born, on }));
    must(await academy.enrollments.enroll({ learner: id, group: 'm-1', from: on }));
  }
  return academy;
}

async function journalOf(academy: Academy) {
  const page = await journalPage(await readerOf(academy), { group: 'm-1', module: 'safety' });
  return {
    page,
    apart: page.rows.map(({ learner }) => [learner.person, learner.apart?.value ?? null]),
  };
}

describe('RK §4 no. 1: namesakes on one page', () => {
  test('have the file number beside the name; without a file, the birth date', async () => {
    const academy = await withTwins();
    const before = await journalOf(academy);
    expect(before.apart).toEqual([
      ['l-4', null],
      ['l-2', birthDate],
      ['l-1', birthDate],
      ['l-3', null],
    ]);
    must(await academy.files.open({ learner: 'l-1', number: '7', on }));
    must(await academy.files.open({ learner: 'l-2', number: '8', on }));
    must(await academy.files.open({ learner: 'l-4', number: '9', on }));
    const { page, apart } = await journalOf(academy);
    expect(apart).toEqual([
      ['l-4', null],
      ['l-2', '8'],
      ['l-1', '7'],
      ['l-3', null],
    ]);
    const html = journalHtml(page, { ...shown, language: 'ru' });
    expect(html).toContain('Ильина Анна Петровна (л. д. № 7)');
    expect(html).toContain('Ильина Алла Петровна (л. д. № 8)');
    expect(html).not.toContain('№ 9');
    const text = journalHtml(before.page, { ...shown, language: 'en' });
    expect(text).toContain('Ильина Анна Петровна (born 15.03.2010)');
  });

  test('are told apart from a teacher of the same name, who has neither', async () => {
    const academy = await withTwins();
    const lesson = { group: 'm-1', module: 'safety', topic: 'Т1', hours: 1, present: ['l-4'] };
    must(await academy.journals.holdLesson({ ...lesson, teacher: 'p-1', office: 'teacher', on }));
    const { page, apart } = await journalOf(academy);
    expect(apart).toContainEqual(['l-3', '2010-05-01']);
    expect(page.teachers[0]).toEqual({
      person: 'p-1',
      text: 'Крылова Вера Львовна',
      erased: false,
    });
  });

  test('are two persons: ids linked as one need nothing beside them', async () => {
    const academy = await withTwins();
    const link = { learner: 'l-1', other: 'l-2', signer: 'p-1', office: 'records-keeper', on };
    must(await academy.links.link(link));
    expect((await journalOf(academy)).apart.every(([, value]) => value === null)).toBe(true);
  });

  test('an erased birth date is not printed', async () => {
    const academy = await withTwins();
    const [registered] = await academy.events('academy.learner-l-2');
    await academy.store.emptyBeside('academy.learner-l-2', [registered?.id ?? '']);
    expect((await journalOf(academy)).apart.every(([, value]) => value === null)).toBe(true);
  });

  test('are those of one surname and the same initials', () => {
    const names = new Map([
      ['a', 'Ильина Анна Петровна'],
      ['b', 'ИЛЬИНА Алёна Павловна'],
      ['c', 'Ильина Вера Петровна'],
      ['d', 'Елкин Пётр'],
      ['e', 'Ёлкин Павел'],
    ]);
    expect(namesakesAmong(names)).toEqual([
      ['a', 'b'],
      ['d', 'e'],
    ]);
  });
});
