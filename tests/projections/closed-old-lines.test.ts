import { must, order } from '@letopis/core';
import type { ViewReader } from '@letopis/projections';
import { oldBooksReport, openReader, personalFileReport } from '@letopis/projections';
import { people } from '@letopis/projections/views';
import { expect, test } from 'vitest';
import { duplicate, firstLine, withLostOldLine } from '../domain/worlds/old-book-academy.ts';
import { HEAD } from './closed-world.ts';
import { viewsOf } from './school-reader.ts';

/* RK 1.10, RK §4 situation 8: a line of an old book that names a learner with a closed change. */

const FORMER = /Ильин|Орлов|1981-03-15/u;
const NOW = 'Новикова Ольга Львовна';

async function protectedSchool() {
  const school = await withLostOldLine();
  const { document } = must(await school.documents.issue(duplicate));
  must(
    await school.learners.change({
      learner: 'l-98',
      name: NOW,
      birthDate: '1981-04-01',
      closed: 'protection',
      ground: { kind: 'court', number: '1', date: '2026-12-16' },
      on: '2026-12-16',
    }),
  );
  const reader = async (on: string | null = null) => openReader(await viewsOf(school), { on });
  return { ...school, document, reader };
}

const pages = async (reader: ViewReader) =>
  JSON.stringify([
    await oldBooksReport(reader),
    await personalFileReport(reader, { learner: 'l-98' }),
    await reader.get(people, firstLine),
    await reader.latest(people, firstLine),
  ]);

test('shows who they are now, for every day, and is not found by who they were', async () => {
  const { reader } = await protectedSchool();
  for (const on of [null, '2026-12-13', '2026-12-20']) {
    expect(await pages(await reader(on))).not.toMatch(FORMER);
  }
  const { lines } = await oldBooksReport(await reader());
  expect(lines).toMatchObject([
    { nameOn: { text: NOW }, birthDateOn: { text: '1981-04-01' }, closed: true },
  ]);
  expect((await oldBooksReport(await reader(), { name: 'ильина' })).lines).toEqual([]);
  expect((await oldBooksReport(await reader(), { name: 'новикова' })).lines).toHaveLength(1);
});

test('is open to the office that asks for it, and to everybody once the link is gone', async () => {
  const school = await protectedSchool();
  const { documents, document, link, reader } = school;
  const head = await (await reader()).for(HEAD);
  expect((await oldBooksReport(head)).lines[0]?.nameOn.text).toBe('Ильина Анна Петровна');
  const by = { reason: 'однофамилица', signer: 'p-5', on: '2026-12-17' };
  const ground = order('7', '2026-12-17');
  must(await documents.annul({ document, ...by, signer: 'p-1', ground }));
  must(await documents.annulAct({ document: firstLine, entry: link, ...by }));
  expect((await oldBooksReport(await reader())).lines[0]?.nameOn.text).toBe('Ильина Анна Петровна');
});
