import { must, order } from '@letopis/core';
import { describe, expect, test } from 'vitest';
import {
  behindSchool,
  freeForms,
  placeOf,
  signedAndCorrected,
  sourceOf,
} from '../domain/worlds/behind-school.ts';
import { expectRefused } from '../domain/worlds/expect-refused.ts';
import { lesson, regulation } from '../domain/worlds/records-school.ts';
import type { School } from './behind.ts';
import { behind, TODAY } from './behind.ts';

/* R1 §4.2, R2 §2.2-2.3, R3 §3.3, R5 §4.3.1, RK 2: the paper behind the record. */

/** What changed on each signed sheets: numbers of the sheets, and places of the changes. */
const changesOf = async (school: School, on = TODAY, known?: string) =>
  (await behind(school, on, known)).sheets.map(({ sheets, changes }) => [
    sheets,
    changes.map(({ at }) => at),
  ]);

describe('signed sheets whose facts have changed', () => {
  test('R2 §2.3: with the values before and after, the number, and who must sign', async () => {
    const { corrected, first, ...school } = await signedAndCorrected();
    const { sheets, overdue, prevails } = await behind({ ...school, corrected, first } as School);
    expect([overdue, prevails]).toEqual([0, 'paper']);
    expect(sheets).toMatchObject([
      {
        carrier: 'lesson-journal',
        volume: 'm-1',
        period: '2026',
        sheets: [1, 2],
        signedOn: '2026-10-31',
        owed: 'correction-sheet',
        correctors: [{ person: 'p-9' }],
        dueOn: '2026-11-30',
        overdue: false,
        changes: [
          {
            at: placeOf(corrected),
            what: 'corrected',
            on: '2026-10-05',
            since: '2026-11-20',
            number: 1,
            learner: { person: 'l-1' },
            before: { outcome: 'mark', mark: { digits: '3', words: 'три' } },
            after: { outcome: 'mark', mark: { digits: '4', words: 'четыре' } },
            records: ['enrollment-l-1.mentor.1', 'journal-m-1.safety.2026'],
          },
        ],
      },
    ]);
    expect(sheets[0]?.offices.map(({ office }) => office)).toContain('teacher');
  });

  test('settled by the signing of a correction sheet; a later change is owed again', async () => {
    const school = await signedAndCorrected();
    const { printouts, settle, corrected } = school;
    const asked = { ...settle, changes: [placeOf(corrected)], source: sourceOf(corrected) };
    const { lastSheet } = must(await printouts.settleSheets(asked));
    expect(await changesOf(school)).toEqual([]);
    const later = await school.correct(corrected, '5', 'пять');
    expect(await changesOf(school)).toEqual([[[1, 2], [placeOf(later)]]]);
    const series = { carrier: 'lesson-journal', volume: 'm-1', period: '2026', sheet: lastSheet };
    must(await printouts.voidSheet({ ...series, reason: 'damaged', signer: 'p-9', on: TODAY }));
    expect(await changesOf(school)).toEqual([
      [
        [1, 2],
        [placeOf(corrected), placeOf(later)],
      ],
    ]);
  });

  test('new sheets settle all that their page has, and answer for what comes later', async () => {
    const school = await signedAndCorrected(freeForms({ upkeep: [], whenChanged: 'new-sheet' }));
    const { printouts, settle, corrected } = school;
    expect((await behind(school)).sheets).toMatchObject([{ owed: 'new-sheet', correctors: [] }]);
    const anew = { by: 'new-sheet' as const, form: 'lesson-journal', sheets: 2 };
    const changes = [placeOf(corrected)];
    const source = sourceOf(corrected);
    must(await printouts.settleSheets({ ...settle, ...anew, changes, source }));
    expect(await changesOf(school)).toEqual([]);
    school.ports.advance(1000);
    const later = await school.correct(corrected, '5', 'пять');
    expect(await changesOf(school)).toEqual([[[3, 4], [placeOf(later)]]]);
  });

  test('as of both clocks: on the day of the act, and once it was recorded', async () => {
    const school = await signedAndCorrected();
    const { corrected } = school;
    const owed = [[[1, 2], [placeOf(corrected)]]];
    expect(await changesOf(school, '2026-11-19')).toEqual([]);
    expect(await changesOf(school, '2026-11-20')).toEqual(owed);
    expect(await changesOf(school, TODAY, school.first.position)).toEqual([]);
    expect((await behind(school, '2026-12-01')).sheets).toMatchObject([{ overdue: true }]);
  });

  test('a void sheet owes nothing; of the others those that stand are named', async () => {
    const school = await signedAndCorrected();
    const gone = { carrier: 'lesson-journal', volume: 'm-1', period: '2026', reason: 'damaged' };
    const voiding = async (sheet: number) =>
      must(await school.printouts.voidSheet({ ...gone, sheet, signer: 'p-9', on: TODAY }));
    await voiding(1);
    expect((await behind(school)).sheets.map(({ sheets }) => sheets)).toEqual([[2]]);
    await voiding(2);
    expect((await behind(school)).sheets).toEqual([]);
    expect((await behind(school, '2026-11-21')).sheets).toHaveLength(1);
  });

  test('an annulled mark, and a lesson that was corrected, are changes too', async () => {
    const school = await behindSchool();
    const { assessments, journals, first } = school;
    await school.sign(first);
    const { on: _on, group: _group, module: _module, ...taught } = lesson;
    const corrected = { ...taught, hours: 3, signer: 'p-9', reason: 'описка' };
    must(await journals.correctLesson({ journal: 'm-1.safety.2026', lesson: 'z-1', ...corrected }));
    await school.lastOf('journal-m-1.safety.2026');
    const why = { reason: 'внесено ошибочно', signer: 'p-9', on: TODAY };
    must(await assessments.annul({ enrollment: 'l-1.mentor.1', result: first.id, ...why }));
    const [one] = (await behind(school)).sheets;
    expect(one?.changes).toMatchObject([
      { what: 'corrected', fields: [{ field: 'hours', before: '2', after: '3' }], learner: null },
      { what: 'annulled', before: { mark: { digits: '3' } }, after: null, number: null },
    ]);
  });

  test('what was entered too late for them is owed, unless later sheets have it', async () => {
    const school = await behindSchool();
    await school.sign(school.first, { shows: { until: '2026-10-31' } });
    const late = await school.mark('5', '2026-10-12');
    const next = await school.mark('5', '2026-11-05');
    expect(await changesOf(school)).toEqual([[[1, 2], [placeOf(late)]]]);
    expect((await behind(school)).sheets[0]?.changes).toMatchObject([
      { what: 'added', since: TODAY, before: null, after: { mark: { digits: '5' } } },
    ]);
    await school.sign(next, { on: '2026-11-21', shows: { from: '2026-11-01' } });
    expect(await changesOf(school)).toEqual([[[1, 2], [placeOf(late)]]]);
    await school.sign(next, { on: '2026-11-21' });
    expect(await changesOf(school)).toEqual([]);
  });

  test('what is entered for the day of signing itself may be on the next sheets', async () => {
    const school = await behindSchool();
    await school.sign(school.first);
    await school.mark('5', '2026-10-31');
    expect(await changesOf(school)).toEqual([]);
    const before = await school.mark('5', '2026-10-30');
    expect(await changesOf(school)).toEqual([[[1, 2], [placeOf(before)]]]);
  });

  test('only on sheets that show the day, the module and the record', async () => {
    const school = await behindSchool();
    const records = ['enrollment-l-1.mentor.1'];
    await school.sign(school.first, { shows: { until: '2026-10-04' } });
    await school.sign(school.first, { records, shows: { modules: ['practice'] } });
    await school.sign(school.first, { records: ['enrollment-l-2.mentor.1'] });
    await school.sign(school.first, { records, shows: { modules: ['safety'] } });
    const changed = await school.correct(school.first, '4', 'четыре');
    expect(await changesOf(school)).toEqual([[[7, 8], [placeOf(changed)]]]);
  });

  test('a result entered too late for the sheet of an enrollment is owed on it', async () => {
    const school = await behindSchool();
    const records = ['enrollment-l-1.mentor.1'];
    const shows = { from: '2026-10-01', until: '2026-10-31', modules: ['safety'] };
    await school.sign(school.first, { records, shows });
    await school.mark('4', '2026-09-10');
    const late = await school.mark('5', '2026-10-12');
    expect(await changesOf(school)).toEqual([[[1, 2], [placeOf(late)]]]);
    const asked = { changes: [placeOf(late)], source: sourceOf(late) };
    must(await school.printouts.settleSheets({ ...school.settle, ...asked }));
    expect(await changesOf(school)).toEqual([]);
    const why = { reason: 'внесено ошибочно', signer: 'p-9', on: TODAY };
    const { assessments } = school;
    must(await assessments.annul({ enrollment: 'l-1.mentor.1', result: late.id, ...why }));
    const annulled = await school.lastOf('enrollment-l-1.mentor.1');
    expect(await changesOf(school)).toEqual([[[1, 2], [placeOf(annulled)]]]);
  });

  test('where the regulation asks for nothing, nothing is owed', async () => {
    const free = await signedAndCorrected(freeForms({ upkeep: [], whenChanged: 'nothing' }));
    expect((await behind(free)).sheets).toEqual([]);
  });

  test('a correction that waits is none; its countersignature is the change', async () => {
    const { printouts, correction } = freeForms();
    const countersigned = { ...correction, countersignOffices: ['head'] };
    const school = await behindSchool(regulation({ printouts, correction: countersigned }));
    await school.sign(school.first);
    const waiting = await school.correct(school.first, '4', 'четыре');
    expect(await changesOf(school)).toEqual([]);
    const early = { changes: [placeOf(waiting)], source: sourceOf(waiting) };
    const no = await school.printouts.settleSheets({ ...school.settle, ...early });
    expectRefused(no, 'change-unknown', placeOf(waiting));
    const by = school.as('u-2', order('12-од', '2026-08-25')).assessments;
    const deciding = { enrollment: 'l-1.mentor.1', correction: waiting.id };
    must(await by.countersign({ ...deciding, signer: 'p-1', on: TODAY }));
    const decided = await school.lastOf('enrollment-l-1.mentor.1');
    expect(await changesOf(school)).toEqual([[[1, 2], [placeOf(decided)]]]);
    expect((await behind(school)).sheets[0]?.changes).toMatchObject([
      { number: 1, before: { mark: { digits: '3' } }, after: { mark: { digits: '4' } } },
    ]);
    const asked = { changes: [placeOf(decided)], source: sourceOf(decided) };
    must(await school.printouts.settleSheets({ ...school.settle, ...asked }));
    expect(await changesOf(school)).toEqual([]);
  });
});
