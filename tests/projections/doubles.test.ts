import { must } from '@letopis/core';
import { doublesReport, outcomesReport } from '@letopis/projections';
import { describe, expect, test } from 'vitest';
import type { Academy } from '../domain/worlds/academy.ts';
import { academyUnderR2 } from '../domain/worlds/academy.ts';
import { readerOf } from './contradictions.ts';

/* D3: who was registered twice is found, and counted once when linked. */

const on = '2026-09-01';
const keeper = { signer: 'p-1', office: 'records-keeper', on };
const snils = '112-233-445 95';
const other = '087-654-303 00';
const name = 'Ильина Алёна Петровна';
const birthDate = '2010-03-15';

type Registered = Parameters<Academy['learners']['register']>[0];

async function withLearners(...learners: readonly Registered[]): Promise<Academy> {
  const academy = await academyUnderR2();
  for (const office of ['head', 'records-keeper', 'teacher']) {
    must(await academy.officials.appoint({ person: 'p-1', office, from: on }));
  }
  for (const one of learners) must(await academy.learners.register({ on, ...one }));
  return academy;
}

const openFile = async ({ files }: Academy, learner: string, number: string) =>
  must(await files.open({ learner, number, on }));

async function doubles(academy: Academy, day: string | null = null) {
  const page = await doublesReport(await readerOf(academy, day));
  return page.doubles.map(({ reasons, records, toldApartBy }) => [
    reasons.join(),
    records.map(({ learner }) => learner.person).join(),
    toldApartBy.join(),
  ]);
}

describe('doubles: learners who may be one person', () => {
  test('are those with one SNILS, or one name and birth date, and no others', async () => {
    const academy = await withLearners(
      { id: 'l-1', name, birthDate, snils },
      { id: 'l-2', name: 'ИЛЬИНА Алена Петровна', birthDate },
      { id: 'l-3', name: 'Белова Вера Львовна', birthDate: '2011-01-01', snils },
      { id: 'l-4', name, birthDate: '2010-03-16' },
      { id: 'l-5', name },
      { id: 'l-6' },
    );
    expect(await doubles(academy)).toEqual([
      ['name-and-birth-date', 'l-2,l-1', ''],
      ['snils', 'l-3,l-1', 'birth-date'],
    ]);
    const page = await doublesReport(await readerOf(academy));
    expect(JSON.stringify(page)).not.toContain('112-233');
    expect(page.doubles[0]?.records[1]).toMatchObject({
      learner: { text: name },
      birthDate: { text: birthDate },
      registeredOn: on,
      linked: [],
    });
  });

  test('both reasons of one pair are one line', async () => {
    const same = { name, birthDate, snils };
    const academy = await withLearners({ id: 'l-1', ...same }, { id: 'l-2', ...same });
    expect(await doubles(academy)).toEqual([['name-and-birth-date,snils', 'l-1,l-2', '']]);
  });

  test('RK §4 no. 1: namesakes are told apart by SNILS and file number', async () => {
    const academy = await withLearners(
      { id: 'l-1', name, birthDate, snils },
      { id: 'l-2', name, birthDate, snils: other },
    );
    expect(await doubles(academy)).toEqual([['name-and-birth-date', 'l-1,l-2', 'snils']]);
    await openFile(academy, 'l-1', '7');
    expect(await doubles(academy)).toEqual([['name-and-birth-date', 'l-1,l-2', 'snils']]);
    await openFile(academy, 'l-2', '8');
    expect(await doubles(academy)).toEqual([
      ['name-and-birth-date', 'l-1,l-2', 'snils,file-number'],
    ]);
  });

  test('linked ids are one person; unlinked they are listed again', async () => {
    const academy = await withLearners(
      { id: 'l-1', name, birthDate, snils },
      { id: 'l-2', name, birthDate, snils },
      { id: 'l-3', name, birthDate },
    );
    must(await academy.links.link({ learner: 'l-1', other: 'l-2', ...keeper }));
    expect(await doubles(academy)).toEqual([['name-and-birth-date', 'l-1,l-3', '']]);
    must(await academy.links.link({ learner: 'l-2', other: 'l-3', ...keeper }));
    expect(await doubles(academy)).toEqual([]);
    const later = { ...keeper, on: '2026-10-01' };
    must(await academy.links.unlink({ learner: 'l-1', other: 'l-2', ...later }));
    expect(await doubles(academy)).toEqual([['name-and-birth-date,snils', 'l-1,l-2', '']]);
    expect(await doubles(academy, '2026-09-30')).toEqual([]);
  });

  test('an erased name or number makes no double', async () => {
    const academy = await withLearners(
      { id: 'l-1', name, birthDate, snils },
      { id: 'l-2', name, birthDate, snils },
    );
    const [registered] = await academy.events('academy.learner-l-2');
    await academy.store.emptyBeside('academy.learner-l-2', [registered?.id ?? '']);
    expect(await doubles(academy)).toEqual([]);
  });
});

async function withGroup(): Promise<Academy> {
  const academy = await withLearners({ id: 'l-1' }, { id: 'l-2' }, { id: 'l-3' });
  const { programmes, groups, enrollments } = academy;
  const modules = [{ id: 'safety', scale: 'pass-fail', hours: 16 }];
  must(await programmes.open({ id: 'up', on, modules }));
  must(await groups.open({ id: 'g-1', programme: 'up', on }));
  for (const learner of ['l-1', 'l-2', 'l-3']) {
    must(await enrollments.enroll({ learner, group: 'g-1', from: on }));
  }
  return academy;
}

describe('D3: linked records are one person in every number', () => {
  test('outcomes of a group count persons beside enrollments', async () => {
    const academy = await withGroup();
    const counts = async (day: string | null = null) => {
      const page = await outcomesReport(await readerOf(academy, day), { group: 'g-1' });
      return [page.enrollments, page.learners];
    };
    expect(await counts()).toEqual([3, 3]);
    must(await academy.links.link({ learner: 'l-1', other: 'l-3', ...keeper, on: '2026-10-01' }));
    expect(await counts()).toEqual([3, 2]);
    expect(await counts('2026-09-30')).toEqual([3, 3]);
  });
});
