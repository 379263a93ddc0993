import {
  outcomesReport,
  personalFileReport,
  recordsOfGroup,
  recordsOfLearners,
} from '@letopis/projections';
import { personalFile, personalFileKey } from '@letopis/projections/views';
import { describe, expect, it } from 'vitest';
import { openAcademy, whose } from './academy.ts';
import { readerOver } from './event-log.ts';

const L1 = 'l-1.p-1.1';

function year() {
  const academy = openAcademy();
  academy.enroll(L1, 'g-1', '2026-09-01', { order: ['1-у', '2026-08-25'] });
  academy.lesson('g-1', 'z-1', '2026-09-07', ['l-1']);
  academy.lesson('g-1', 'z-2', '2026-09-08', [], [{ learner: 'l-1', code: 'н' }]);
  const mark = academy.record(L1, 'g-1', '2026-09-07', { digit: 3 });
  academy.correct(mark, 4, '2026-09-09');
  academy.transfer(L1, 'g-1', 'g-2', '2026-10-01');
  academy.lesson('g-2', 'z-1', '2026-10-02', ['l-1']);
  academy.credit(L1, 'g-2', '2026-10-03');
  const file = { file: 'l-1.1', learner: 'l-1' };
  const data = { ...file, number: '02-03/2026-1', index: '02-03' };
  academy.add('FileOpened', '2026-09-01', data);
  for (const [item, sheets] of [
    [1, 2],
    [2, 3],
  ] as const) {
    academy.add('FileDocumentAdded', '2026-09-02', {
      ...file,
      item,
      title: { value: `Документ ${item}` },
      date: null,
      sheets,
      medium: 'paper',
      original: item === 1,
      about: null,
    });
  }
  return academy;
}

describe('P3 the personal file', () => {
  it('tells programmes, orders, results, credits, corrections and lessons', async () => {
    const academy = year();
    academy.complete(L1, 'g-2', '2026-12-20', 'distinction');
    const page = await personalFileReport(readerOver(academy.events), { learner: 'l-1' });
    const [own] = page.enrollments;
    expect(page.enrollments).toHaveLength(1);
    expect(own).toMatchObject({
      programmeTitle: 'Программа p-1',
      programmeType: { ru: 'Повышение квалификации' },
      groupTitle: 'Группа g-2',
      counts: { results: 1, credits: 1, corrections: 1 },
      life: { status: 'completed', endedOn: '2026-12-20', honours: 'distinction' },
    });
    const steps = own?.life.steps.map(({ type, on, ground }) => [type, on, ground?.number]);
    expect(steps).toEqual([
      ['Enrolled', '2026-09-01', '1-у'],
      ['Transferred', '2026-10-01', undefined],
      ['Completed', '2026-12-20', undefined],
    ]);
    const [safety, law] = own?.modules ?? [];
    expect(safety).toMatchObject({
      title: 'Модуль safety',
      attendance: { lessonsAttended: 2, lessonsMissed: 1, lessonsMissedExcused: 0 },
      results: [
        { value: { mark: { digits: '4' } }, corrections: [{ reason: { erased: false } }] },
        { value: { outcome: 'credited' } },
      ],
    });
    expect(law).toMatchObject({ title: 'Модуль law', results: [] });
  });

  it('gives status and group on a day', async () => {
    const { events } = year();
    const on = async (day: string) => {
      const page = await personalFileReport(readerOver(events, { on: day }), { learner: 'l-1' });
      const life = page.enrollments[0]?.life;
      return [life?.status, life?.group];
    };
    expect(await on('2026-08-31')).toEqual([undefined, undefined]);
    expect(await on('2026-09-01')).toEqual(['studying', 'g-1']);
    expect(await on('2026-10-01')).toEqual(['studying', 'g-2']);
  });

  it('is enrolled, not studying, before the first day of study', async () => {
    const academy = openAcademy();
    const data = { ...whose(L1), group: 'g-1', studyFrom: '2026-09-10', sentBy: null, edition: 1 };
    academy.add('Enrolled', '2026-09-01', data);
    const status = async (on: string) => {
      const reader = readerOver(academy.events, { on });
      const page = await personalFileReport(reader, { learner: 'l-1' });
      return page.enrollments[0]?.life.status;
    };
    expect(await status('2026-09-09')).toBe('enrolled');
    expect(await status('2026-09-10')).toBe('studying');
  });

  it('D17: lists the inventory with its sheets', async () => {
    const { events } = year();
    const { files } = await personalFileReport(readerOver(events), { learner: 'l-1' });
    expect(files).toMatchObject([
      {
        number: '02-03/2026-1',
        openedOn: '2026-09-01',
        closedOn: null,
        sheets: 5,
        inventory: [
          { title: { text: 'Документ 1' }, data: { item: 1, sheets: 2 } },
          { title: { text: 'Документ 2' }, data: { item: 2, sheets: 3 } },
        ],
      },
    ]);
  });

  it('D17: keeps what documents say in the view of people, and shows erased', async () => {
    const academy = openAcademy();
    const file = { file: 'l-1.1', learner: 'l-1' };
    academy.add('FileOpened', '2026-09-01', { ...file, number: '02-03/2026-1', index: null });
    const kept = { medium: 'paper', original: true, about: null, date: null, sheets: 1 };
    academy.add('FileDocumentAdded', '2026-09-02', {
      ...file,
      ...kept,
      item: 1,
      title: { value: 'Справка об инвалидности' },
      number: { value: '77-1' },
    });
    academy.add('FileDocumentAdded', '2026-09-02', {
      ...file,
      ...kept,
      item: 2,
      title: { erased: true },
      number: { erased: true },
    });
    academy.add('FileDocumentAdded', '2026-09-02', {
      ...file,
      ...kept,
      item: 3,
      title: { value: 'Приказ' },
    });
    academy.add('CommendationProposed', '2026-10-01', {
      commendation: 'c-1',
      learner: 'l-1',
      enrollment: null,
      basis: 'practice',
      area: null,
      documents: { erased: true },
      proposedBy: { kind: 'person', id: 't-1' },
      edition: 1,
    });
    const reader = readerOver(academy.events);
    const page = await personalFileReport(reader, { learner: 'l-1' });
    const none = { text: null, erased: false };
    const gone = { text: null, erased: true };
    expect(page.files[0]?.inventory.map(({ title, number }) => [title, number])).toEqual([
      [
        { text: 'Справка об инвалидности', erased: false },
        { text: '77-1', erased: false },
      ],
      [gone, gone],
      [{ text: 'Приказ', erased: false }, none],
    ]);
    expect(page.commendations[0]?.documents).toEqual({ documents: [], erased: true });
    const card = await reader.get(personalFile, personalFileKey.card('l-1'));
    expect(card).toMatchObject({ files: [{ inventory: [{}, {}, {}] }], commendations: [{}] });
    expect(JSON.stringify(card)).not.toMatch(/инвалидности|77-1|erased/);
  });

  it('D14: shows a commendation from proposal to revocation', async () => {
    const academy = openAcademy();
    const who = { commendation: 'c-1', learner: 'l-1' };
    academy.add('CommendationProposed', '2026-10-01', {
      ...who,
      enrollment: null,
      basis: 'petition',
      area: null,
      documents: { value: [{ title: 'Диплом', number: '14', date: null }] },
      merit: { value: 'за олимпиаду' },
      proposedBy: { kind: 'person', id: 't-1' },
      edition: 1,
    });
    const ordered = {
      ...who,
      kind: 'letter-of-thanks',
      orderedBy: 't-2',
      office: 'head',
      copiesTo: null,
      edition: 1,
    };
    academy.add('CommendationOrdered', '2026-10-05', ordered, { order: ['7-п', '2026-10-05'] });
    const shown = async () =>
      (await personalFileReport(readerOver(academy.events), { learner: 'l-1' })).commendations;
    expect(await shown()).toMatchObject([
      {
        state: 'ordered',
        kind: 'letter-of-thanks',
        merit: { text: 'за олимпиаду' },
        documents: { documents: [{ title: 'Диплом', number: '14', date: null }], erased: false },
        orderedBy: { text: 'Седов Пётр Львович' },
        ordered: { ground: { number: '7-п' } },
      },
    ]);
    academy.add('CommendationPresented', '2026-10-06', who);
    expect(await shown()).toMatchObject([{ state: 'presented' }]);
    const revoked = { ...who, revokedBy: 't-2', office: 'head', edition: 1 };
    const reason = { value: 'подлог' };
    academy.add('CommendationRevoked', '2026-11-01', { ...revoked, reason });
    expect(await shown()).toMatchObject([
      { state: 'revoked', revocationReason: { text: 'подлог' } },
    ]);
  });
});

describe('D18 records and the archive', () => {
  it('lists the journals, enrollments and files of a group with where they stand', async () => {
    const academy = year();
    academy.complete(L1, 'g-2', '2026-12-20');
    academy.archive('HandedOver', `enrollment-${L1}`, '2026-12-21');
    academy.archive('HandedOver', 'journal-g-2.safety.2026', '2026-12-21');
    academy.archive('AcceptedByArchive', `enrollment-${L1}`, '2026-12-25');
    academy.archive('ReturnedByArchive', 'journal-g-2.safety.2026', '2026-12-25');
    const page = await recordsOfGroup(readerOver(academy.events), { group: 'g-2' });
    const shown = page.records.map(({ record, endedOn, archivalStatus }) => [
      record,
      endedOn,
      archivalStatus.state,
      archivalStatus.transfer,
      archivalStatus.since,
    ]);
    expect(shown).toEqual([
      [`enrollment-${L1}`, '2026-12-20', 'accepted', 'tr-1', '2026-12-25'],
      ['file-l-1.1', null, 'open', null, null],
      ['journal-g-2.safety.2026', null, 'open', null, '2026-12-25'],
    ]);
    const file = await personalFileReport(readerOver(academy.events), { learner: 'l-1' });
    expect(file.enrollments[0]?.archivalStatus?.state).toBe('accepted');
    expect(file.files[0]?.archivalStatus?.state).toBe('open');
  });

  it('finds them for learners, and on a day', async () => {
    const academy = year();
    academy.archive('HandedOver', `enrollment-${L1}`, '2026-12-21');
    const on = async (day: string) => {
      const reader = readerOver(academy.events, { on: day });
      const page = await recordsOfLearners(reader, { learners: ['l-1'] });
      return page.records.map(({ record, archivalStatus }) => [record, archivalStatus.state]);
    };
    expect(await on('2026-08-31')).toEqual([]);
    expect(await on('2026-12-20')).toEqual([
      [`enrollment-${L1}`, 'open'],
      ['file-l-1.1', 'open'],
    ]);
    expect(await on('2026-12-21')).toEqual([
      [`enrollment-${L1}`, 'handed-over'],
      ['file-l-1.1', 'open'],
    ]);
  });

  it('leaves out an enrollment of the same learner in another group', async () => {
    const academy = year();
    academy.enroll('l-1.p-2.1', 'g-3', '2026-10-01');
    const page = await recordsOfGroup(readerOver(academy.events), { group: 'g-3' });
    expect(page.records.map(({ record }) => record)).toEqual([
      'enrollment-l-1.p-2.1',
      'file-l-1.1',
    ]);
  });
});

describe('outcomes of a group', () => {
  it('counts ends and marks that stand, with exact decimals; credits are no marks', async () => {
    const academy = openAcademy();
    const [a, b, c] = ['l-1.p-1.1', 'l-2.p-1.1', 'l-3.p-1.1'] as const;
    for (const id of [a, b, c]) academy.enroll(id, 'g-1', '2026-09-01');
    const wrong = academy.record(a, 'g-1', '2026-09-07', { digit: 3 });
    academy.correct(wrong, 4, '2026-09-08');
    academy.record(a, 'g-1', '2026-09-08', { digit: 5 });
    const error = academy.record(b, 'g-1', '2026-09-08', { digit: 2 });
    academy.annul(error, '2026-09-09');
    academy.record(b, 'g-1', '2026-09-09', { digit: 2 });
    academy.credit(b, 'g-1', '2026-09-09');
    academy.record(c, 'g-1', '2026-09-09', { result: { outcome: 'absent', reason: null } });
    academy.complete(a, 'g-1', '2026-12-20', 'distinction');
    academy.discharge(b, 'g-1', '2026-12-20', 'not-completed');
    academy.transfer(c, 'g-1', 'g-2', '2026-10-01');
    const report = await outcomesReport(readerOver(academy.events), { group: 'g-1' });
    expect(report).toMatchObject({
      title: 'Группа g-1',
      enrollments: 3,
      transferredIn: 0,
      transferredOut: 1,
      open: 0,
      completed: 1,
      honours: { distinction: 1 },
      discharged: 1,
      dischargedBy: { 'not-completed': 1 },
      marks: 3,
      marksPassed: 2,
      marksWithPoints: 3,
      pointsSum: '11',
      meanMark: '3.67',
    });
    const other = await outcomesReport(readerOver(academy.events), { group: 'g-2' });
    expect(other).toMatchObject({ enrollments: 1, transferredIn: 1, open: 1, meanMark: null });
  });
});
