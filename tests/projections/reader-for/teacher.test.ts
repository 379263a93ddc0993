import type { Asker } from '@letopis/projections';
import { journalPage, teacherDuties } from '@letopis/projections';
import { people } from '@letopis/projections/views';
import { describe, expect, test } from 'vitest';
import type { Academy } from '../academy.ts';
import { academy, as, ON, page, permitted, reader, withMother } from './academy-read.ts';

/* SEC 18: what is open to a teacher: the journals of their groups. */

/** Whether a teacher may read a journal. */
const sees = async (log: Academy, person: string, { group, module } = page, on = ON) =>
  permitted(journalPage(await reader(log).for(as('teacher', person, on)), { group, module }));

describe('a teacher, R1 §6.1, R3 §4.1, R4 §4.2', () => {
  test('sees the journal from the first lesson on, and keeps it', async () => {
    const log = academy();
    expect(await sees(log, 't-1', page, '2026-09-09')).toBe(false);
    expect(await sees(log, 't-1', page, '2026-09-10')).toBe(true);
    expect(await sees(log, 't-1', page, '2027-05-01')).toBe(true);
    expect(await sees(log, 't-1', { group: 'g-1', module: 'law' })).toBe(false);
    expect(await sees(log, 't-1', { group: 'g-2', module: 'safety' })).toBe(false);
    expect(await sees(log, 't-2')).toBe(false);
  });

  test('for whom another stood in, or who took it over, sees it too', async () => {
    const stood = academy();
    const held = stood.lesson('g-1', 'u-2', '2026-09-12', []);
    Object.assign(held.data, { substituteFor: 't-2' });
    expect(await sees(stood, 't-2')).toBe(true);
    const taken = academy();
    const handed = taken.handOver('g-1', 't-1', 't-2', '2026-10-01');
    expect(await sees(taken, 't-2', page, '2026-09-30')).toBe(false);
    expect(await sees(taken, 't-2')).toBe(true);
    taken.annulKeeping(handed, '2026-10-02');
    expect(await sees(taken, 't-2')).toBe(false);
  });

  test('who assessed the whole programme sees its results, who taught a module not', async () => {
    const log = academy();
    const final = { group: 'g-1', module: null } as const;
    const given = { module: null, assessor: { kind: 'official', id: 't-2' } } as const;
    const mark = log.record('l-1.p-1.1', 'g-1', '2026-10-10', given);
    const seen = async (person: string) =>
      permitted(journalPage(await reader(log).for(as('teacher', person)), final));
    expect([await seen('t-1'), await seen('t-2')]).toEqual([false, true]);
    log.annul(mark, '2026-10-11');
    expect(await seen('t-2')).toBe(false);
  });

  test('of a merged group sees what the journal carries, RK 4 no. 5', async () => {
    const log = academy();
    const held = log.lesson('g-2', 'u-9', '2026-10-05', []);
    Object.assign(held.data, { teacher: 't-2' });
    log.continueJournal('g-1', 'g-2', '2026-10-01', [1, 2]);
    const merged = { group: 'g-2', module: 'safety' };
    const mine = await reader(log).for(as('teacher', 't-2'));
    expect((await journalPage(mine, merged)).carried).toEqual({ lessons: 1, hours: 2 });
    expect(await permitted(journalPage(mine, page))).toBe(false);
    const learner = await reader(log).for(as('learner', 'l-3'));
    expect((await journalPage(learner, merged)).carried).toEqual({ lessons: 1, hours: 2 });
  });

  test('sees diagnostics and names, and no reason and no day of birth', async () => {
    const log = withMother();
    const given = { kind: 'diagnostics' } as const;
    const mark = log.record('l-1.p-1.1', 'g-1', '2026-10-10', given);
    log.correct(mark, 5, '2026-10-11', { reason: { value: 'списано' } });
    const kinds = async (asker: Asker) => {
      const shown = await journalPage(await reader(log).for(asker), page);
      return [shown.columns.map(({ kind }) => kind), JSON.stringify(shown).includes('списано')];
    };
    expect(await kinds(as('teacher', 't-1'))).toEqual([[null, 'current', 'diagnostics'], false]);
    expect(await kinds(as('learner', 'l-1'))).toEqual([[null, 'current'], false]);
    const mine = await reader(log).for(as('teacher', 't-1'));
    expect(await mine.get(people, 'l-1')).toBe(null);
    await journalPage(mine, page);
    expect(await mine.get(people, 'l-1')).toMatchObject({
      name: { value: 'Яшина Анна Петровна' },
      birthDate: null,
    });
    expect(await mine.get(people, 'l-3')).toBe(null);
  });

  test('reads the duties of a colleague only where they teach themselves', async () => {
    const log = academy();
    const held = log.lesson('g-2', 'u-9', '2026-10-05', []);
    Object.assign(held.data, { teacher: 't-2' });
    const mine = await reader(log).for(as('teacher', 't-1'));
    const { journals } = await teacherDuties(mine, { person: 't-2' });
    expect(journals).toEqual([]);
  });
});
