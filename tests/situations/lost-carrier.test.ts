import { must } from '@letopis/core';
import { dueReport, journalPage, presenceReport, recordsOfGroup } from '@letopis/projections';
import { expect, test } from 'vitest';
import { expectRefused } from '../domain/worlds/expect-refused.ts';
import {
  check,
  copy,
  journalItem,
  nonDiscovery,
  presenceSchool,
} from '../domain/worlds/presence-school.ts';
import { file, journal, selection } from '../domain/worlds/retention-school.ts';
import { printedFile, printedJournal, reading } from './printed.ts';

/* RK §4 no. 3. In 2028 a check finds no personal file of l-1; in 2031 their journal is lost. */

const of = `personal-files ${file}`;
const act = 'акт № 3 от 01.06.2028';

type School = Awaited<ReturnType<typeof presenceSchool>>;

const due = async (school: School, day: string) =>
  (await dueReport(await reading(school, day))).items
    .filter(({ what }) => what === 'search' || what === 'restored-copy')
    .map(({ what, of: carrier, dueOn }) => [what, carrier, dueOn]);

test('RK §4 no. 3: a file is sought, not discovered, restored; its term goes on', async () => {
  const school = await presenceSchool();
  const { presence, retention } = school;
  const printedOn = async (day: string) => (await printedFile(school, 'l-1', day)).text;

  // Given a check that does not find it: from that day it is sought, for a year.
  must(await presence.check(check));
  expect(await due(school, '2028-02-01')).toEqual([['search', of, '2029-01-31']]);
  expect(await printedOn('2028-01-31')).not.toContain('Наличие');
  expect(await printedOn('2028-02-01')).toContain(
    'Наличие: Личные дела обучающихся: разыскивается с 01.02.2028 по 31.01.2029.',
  );
  expectRefused(await retention.select(selection), 'carrier-sought', file);

  // When a commission draws up the act of non-discovery, and the head approves it.
  must(await presence.approveNonDiscovery(nonDiscovery));

  // Then the inventory says so, and a copy is due.
  const { records } = await recordsOfGroup(await reading(school, '2028-06-02'), { group: 'm-1' });
  const listed = records.find(({ record }) => record === file);
  expect(listed?.absent).toMatchObject([{ mark: { ru: 'не обнаружено, акт № 3 от 2028-06-01' } }]);
  expect(await printedOn('2028-06-02')).toContain(
    `Личные дела обучающихся: не обнаружено, ${act}.`,
  );
  expect(await due(school, '2028-06-02')).toEqual([['restored-copy', of, '2028-07-02']]);

  // When it is restored from the log and certified, the copy bears its mark, and nothing is due.
  must(await presence.restoreCopy(copy));
  expect(await printedOn('2028-06-20')).toContain(
    'Личные дела обучающихся: восстановлено по журналу событий, 20.06.2028; ' +
      `подлинник утрачен, ${act}.`,
  );
  expect(await due(school, '2028-06-20')).toEqual([]);

  // Then the copy is kept as long as the original would have been, not from its own day on.
  const early = await retention.select({ ...selection, on: '2029-12-31' });
  expectRefused(early, 'term-runs', file, '2030-01-01');
  must(await retention.select(selection));
});

test('RK §4 no. 3: a journal is reported lost, and found again', async () => {
  const school = await presenceSchool();
  const { presence } = school;
  const page = { group: 'm-1', module: 'safety' };

  // When the archivist reports it, the pages of the journal say so; its lessons stay on record.
  const lost = { ...journalItem, state: 'lost', circumstances: 'нет на полке' } as const;
  must(await presence.report({ ...lost, signer: 'p-7', on: '2030-03-01' }));
  const { text, rows } = await printedJournal(school, page, '2030-03-01');
  expect(text).toContain('разыскивается с 01.03.2030 по 01.03.2031');
  expect(rows('lesson-contents').flat().join(' ')).toContain('Вводный инструктаж');
  expect(await due(school, '2030-03-01')).toEqual([
    ['search', `lesson-journal ${journal}`, '2031-03-01'],
  ]);

  // And so they do for its teacher, who does not see who reported it; a learner is not told.
  const teacher = { kind: 'teacher', person: 'p-9', purpose: 'path', on: '2030-03-01' } as const;
  const reader = await reading(school, '2030-03-01');
  const absent = async (asker: Parameters<typeof reader.for>[0]) =>
    (await journalPage(await reader.for(asker), page)).absent.map(({ mark }) => mark.ru);
  expect(await absent(teacher)).toEqual(['разыскивается с 2030-03-01 по 2031-03-01']);
  expect(await absent({ ...teacher, kind: 'learner', person: 'l-1' })).toEqual([]);

  // When it is found, nothing is said any more.
  must(await presence.found({ ...journalItem, signer: 'p-7', on: '2030-04-02' }));
  expect((await printedJournal(school, page, '2030-04-02')).text).not.toContain('разыскивается');
  const { carriers, inPlace } = await presenceReport(await reading(school, '2030-04-02'));
  expect([carriers, inPlace]).toEqual([[], 1]);
});
