import { must } from '@letopis/core';
import { r2 } from '@letopis/core/presets/r2';
import { acquaintanceReport, diarySeenReport } from '@letopis/projections';
import { expect, test } from 'vitest';
import { openGifted } from '../domain/worlds/gifted-school.ts';
import { readerOver } from './school-reader.ts';

const sheet = {
  subject: { kind: 'regulation' as const },
  lines: [{ learner: 'l-1' }],
  signer: 'p-9',
  on: '2026-09-03',
};

test('R2 §1.5: lists who of a group has not signed, and whom a new edition makes due', async () => {
  const school = await openGifted();
  const { acquaintances, enrollments, regulation, store } = school;
  must(await enrollments.enroll({ learner: 'l-3', group: 'm-1', from: '2026-09-01' }));
  const left = { enrollment: 'l-3.mentor.1', reason: 'own-wish' };
  must(await enrollments.discharge({ ...left, on: '2026-09-20' }));
  must(await acquaintances.record(sheet));
  const sections = { assessment: { ...r2.assessment, requirementsAnnounced: false } };
  must(
    await regulation.amend({ from: '2026-11-01', sections, title: r2.title, change: 'edition' }),
  );
  const page = async (on: string) =>
    acquaintanceReport(await readerOver(store, { on }), { group: 'm-1' });
  const before = await page('2026-10-01');
  expect(before).toMatchObject({ asked: { kind: 'regulation', edition: 1 }, due: ['l-2'] });
  expect(before.rows.map((row) => [row.learner.person, row.standing, row.signed?.on])).toEqual([
    ['l-1', 'acquainted', '2026-09-03'],
    ['l-2', 'not-acquainted', undefined],
  ]);
  const after = await page('2026-11-02');
  expect(after).toMatchObject({ asked: { edition: 2 }, again: true, due: ['l-1', 'l-2'] });
  expect(after.rows[0]).toMatchObject({ standing: 'due-again', signed: { by: null } });
  expect((await page('2026-09-02')).due).toEqual(['l-1', 'l-2', 'l-3']);
});

test('R2 §1.5: another document is asked for by its name; an annulled line is none', async () => {
  const { acquaintances, store } = await openGifted();
  const asked = { kind: 'act' as const, title: 'Порядок аттестации', version: '3' };
  const { sheet: id, lines } = must(await acquaintances.record({ ...sheet, subject: asked }));
  const due = async () =>
    (await acquaintanceReport(await readerOver(store), { group: 'm-1', asked })).due;
  expect(await due()).toEqual(['l-2']);
  const entry = lines['l-1'] ?? '';
  must(await acquaintances.annulEntry({ sheet: id, entry, reason: 'ошибка', signer: 'p-5' }));
  expect(await due()).toEqual(['l-1', 'l-2']);
});

test('D3, R2 §1.5: a signature under a linked id is the same person’s', async () => {
  const { acquaintances, learners, links, store } = await openGifted();
  must(await learners.register({ id: 'l-9', on: '2026-09-01' }));
  const given = { ...sheet, lines: [{ learner: 'l-9', on: '2026-09-03' }] };
  must(await acquaintances.record(given));
  const page = async (on: string) =>
    acquaintanceReport(await readerOver(store, { on }), { group: 'm-1' });
  must(await links.link({ learner: 'l-1', other: 'l-9', signer: 'p-5', on: '2026-10-01' }));
  expect((await page('2026-09-30')).due).toContain('l-1');
  const { due, rows } = await page('2026-10-01');
  expect(due).not.toContain('l-1');
  expect(rows[0]).toMatchObject({
    learner: { person: 'l-1' },
    standing: 'acquainted',
    signed: { on: '2026-09-03' },
  });
});

test('R5 §2.3: the diary shows by whom and when it was seen, also to the kin', async () => {
  const { acquaintances, learners, store } = await openGifted();
  must(await learners.change({ learner: 'l-1', birthDate: '2012-03-15', on: '2026-09-01' }));
  const mother = { learner: 'l-1', representative: 'r-1', relation: 'parent' as const };
  must(await learners.nameRepresentative({ ...mother, name: 'Ильина Ольга', on: '2026-09-01' }));
  const subject = { kind: 'diary' as const, from: '2026-09-01', until: '2026-09-06' };
  const lines = [{ learner: 'l-1', by: 'r-1', on: '2026-09-07' }];
  must(await acquaintances.record({ ...sheet, subject, lines, on: '2026-09-08' }));
  const reader = await readerOver(store);
  const asker = { kind: 'representative', person: 'r-1', on: '2026-09-08', purpose: 'x' } as const;
  for (const one of [reader, await reader.for(asker)]) {
    const page = await diarySeenReport(one, { learner: 'l-1' });
    expect(page.seen).toMatchObject([
      { on: '2026-09-07', by: { person: 'r-1', text: 'Ильина Ольга' }, subject },
    ]);
  }
});
