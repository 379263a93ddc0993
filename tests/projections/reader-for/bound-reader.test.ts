import { codec, coreEvents, isLetopisError, letopis, must } from '@letopis/core';
import { r5 } from '@letopis/core/presets/r5';
import { fixedPorts } from '@letopis/core/testing';
import type { Asker } from '@letopis/projections';
import {
  contradictionsReport,
  coreProjections,
  ifPermitted,
  openReader,
  openViews,
  personalFileReport,
} from '@letopis/projections';
import { journal, journalKey, people } from '@letopis/projections/views';
import { openMemory, openMemoryViews } from '@letopis/store-memory';
import { describe, expect, test } from 'vitest';
import { academy, as, listed, ON, permitted, reader, withMother } from './academy-read.ts';

/* SEC 18: a reader that is bound to a person, and what an auditor reads through it. */

describe('a bound reader', () => {
  test('is bound once: it cannot be widened', async () => {
    const mine = await reader(academy()).for(as('learner', 'l-1'));
    expect(mine.asker).toEqual(as('learner', 'l-1'));
    const widened = await mine.for(as('administration', 'l-1')).catch((error: unknown) => error);
    expect(isLetopisError(widened, 'misuse')).toBe(true);
  });

  test.each([
    { kind: 'guest', person: 'l-1', purpose: 'path', on: ON },
    { kind: 'learner', person: '', purpose: 'path', on: ON },
    { kind: 'learner', person: 'l-1', purpose: '', on: ON },
    { kind: 'learner', person: 'l-1', purpose: [], on: ON },
    { kind: 'learner', person: 'l-1', purpose: 'path', on: '2026-13-01' },
  ])('is misused by %j', async (asker) => {
    const error = await reader(academy())
      .for(asker as Asker)
      .catch((thrown: unknown) => thrown);
    expect(isLetopisError(error, 'misuse')).toBe(true);
  });

  test('throws `refused`, which `ifPermitted` gives as a value; no other error', async () => {
    const mine = await reader(academy()).for(as('learner', 'l-1'));
    const error = await contradictionsReport(mine).catch((thrown: unknown) => thrown);
    expect(isLetopisError(error, 'refused')).toBe(true);
    const read = await ifPermitted(() => contradictionsReport(mine));
    expect(read).toMatchObject({
      ok: false,
      refusal: { code: 'page-not-permitted', data: { kind: 'learner', person: 'l-1', on: ON } },
    });
    const broken = ifPermitted(() => Promise.reject(new Error('no disk')));
    await expect(broken).rejects.toThrow('no disk');
  });

  test('closes a view that it does not know, such as one of your own', async () => {
    const own = { ...journal, name: 'own' };
    const mine = await reader(academy()).for(as('learner', 'l-1'));
    expect(await permitted(mine.get(own, journalKey.place('g-1', 'l-1')))).toBe(false);
    const office = await reader(academy()).for(as('administration', 'p-1'));
    expect(await permitted(office.get(own, journalKey.place('g-1', 'l-1')))).toBe(true);
  });

  test('stays bound at another moment', async () => {
    const mine = await reader(academy()).for(as('learner', 'l-1'));
    const then = await mine.at({ on: '2026-09-15' });
    expect(then.asker).toEqual(mine.asker);
    expect(await permitted(personalFileReport(then, { learner: 'l-2' }))).toBe(false);
    const own = await personalFileReport(then, { learner: 'l-1' });
    expect(own.enrollments[0]?.counts.results).toBe(0);
  });
});

describe('an auditor, 152-FZ art. 5', () => {
  test.each([
    ['lawful-demand', false, false],
    [['lawful-demand', 'identification'], true, false],
    [['lawful-demand', 'assessment'], false, true],
  ] as const)('who reads for %s', async (purpose, names, reasons) => {
    const log = withMother();
    const mark = log.record('l-1.p-1.1', 'g-1', '2026-10-10');
    log.correct(mark, 5, '2026-10-11', { reason: { value: 'списано' } });
    const auditor = { kind: 'auditor', person: 'i-1', purpose, on: ON } as const;
    const mine = await reader(log).for(auditor);
    const text = JSON.stringify(await personalFileReport(mine, { learner: 'l-1' }));
    expect(text.includes('Яшина')).toBe(names);
    expect(text.includes('2009-03-15')).toBe(names);
    expect(text.includes('списано')).toBe(reasons);
    expect(text).toContain(mark.id);
    const all = await listed(mine.scan(people, ''));
    expect(JSON.stringify(all).includes('Ёлкин')).toBe(names);
  });
});

test('views opened on a store bind a reader, and ask the rights of what is known now', async () => {
  const store = openMemory(fixedPorts({ at: '2026-11-22T09:00:00.000Z' }));
  const school = letopis({ store, organisation: 'school' }).as('u-17');
  must(await school.regulation.adopt(r5, { timeZone: 'Europe/Moscow', from: '2026-09-01' }));
  must(await school.learners.register({ id: 'l-1', birthDate: '2012-03-15', on: '2026-09-01' }));
  const mother = { learner: 'l-1', representative: 'r-1', relation: 'parent' } as const;
  const bond = must(
    await school.learners.nameRepresentative({ ...mother, name: 'Ильина Ольга', on: '2026-09-01' }),
  );
  const views = await openViews(store, openMemoryViews(), coreProjections, {
    codec: codec(coreEvents),
  });
  const asker = as('representative', 'r-1');
  const file = async (known?: string) => {
    const base = await openReader(views, known === undefined ? {} : { known });
    return permitted(personalFileReport(await base.for(asker), { learner: 'l-1' }));
  };
  expect(await file()).toBe(true);
  const end = { learner: 'l-1', representative: 'r-1', on: '2026-10-01' };
  must(await school.learners.endRepresentative(end));
  expect(await file(bond.position)).toBe(false);
  expect(await file()).toBe(false);
});
