import { must } from '@letopis/core';
import { correctionSheetHtml } from '@letopis/forms';
import { differencesReport, dueReport, paperBehindReport } from '@letopis/projections';
import { describe, expect, test } from 'vitest';
import {
  behindSchool,
  freeForms,
  placeOf,
  signedAndCorrected,
  sourceOf,
} from '../domain/worlds/behind-school.ts';
import { lesson } from '../domain/worlds/records-school.ts';
import type { School } from './behind.ts';
import { behind, TODAY } from './behind.ts';
import { readerOver } from './school-reader.ts';

/* R2 §2.2-2.3, R3 §3.3, P12: periods without signed sheets, what is due, and the owed sheet. */

const months = async (school: School, on = TODAY) =>
  (await behind(school, on)).unsigned.map(({ record, from, lessons, dueOn }) =>
    [record, from, lessons, dueOn].join(' '),
  );

describe('periods without signed sheets', () => {
  const september = 'journal-m-1.safety.2026 2026-09-01 1 2026-10-10';

  test('R2 §2.2: each month that has lessons, once it has ended', async () => {
    const school = await behindSchool();
    must(await school.journals.holdLesson({ ...lesson, on: '2026-11-02' }));
    expect(await months(school, '2026-09-30')).toEqual([]);
    expect(await months(school, '2026-10-01')).toEqual([september]);
    expect(await months(school)).toEqual([september]);
    expect(await months(school, '2026-12-01')).toEqual([
      september,
      'journal-m-1.safety.2026 2026-11-01 1 2026-12-10',
    ]);
  });

  test('a sheet that shows its last lesson makes it whole; a void one does not', async () => {
    const school = await behindSchool();
    await school.sign(school.first, { shows: { until: '2026-09-06' } });
    expect(await months(school)).toEqual([september]);
    await school.sign(school.first, { shows: { from: '2026-10-01' } });
    expect(await months(school)).toEqual([september]);
    await school.sign(school.first, { shows: { until: '2026-09-30' } });
    expect(await months(school)).toEqual([]);
    const gone = { carrier: 'lesson-journal', volume: 'm-1', period: '2026', reason: 'damaged' };
    for (const sheet of [5, 6]) {
      must(await school.printouts.voidSheet({ ...gone, sheet, signer: 'p-9', on: TODAY }));
    }
    expect(await months(school)).toEqual([september]);
  });

  test('of the kinds of lesson that the journals of the carrier have', async () => {
    const [monthly] = freeForms().printouts.sheets.upkeep;
    const school = await behindSchool(
      freeForms({ upkeep: [{ ...monthly!, lessonKinds: ['seminar'] }] }),
    );
    expect(await months(school)).toEqual([]);
    const quarterly = { ...monthly!, signedEach: 'quarter' as const };
    const other = await behindSchool(freeForms({ upkeep: [quarterly] }));
    expect(await months(other)).toEqual(['journal-m-1.safety.2026 2026-07-01 1 2026-10-10']);
    const none = await behindSchool(freeForms({ upkeep: [{ ...monthly!, signedEach: 'never' }] }));
    expect(await months(none)).toEqual([]);
  });
});

describe('what is due, and what differs', () => {
  test('P12: owed sheets and unsigned periods are tasks of the day', async () => {
    const school = await signedAndCorrected();
    must(await school.journals.holdLesson({ ...lesson, on: '2026-11-02' }));
    const due = async (on: string) => {
      const { items } = await dueReport(await readerOver(school.store, { on }));
      return items
        .filter(({ what }) => what.startsWith('sheets'))
        .map(({ what, of, dueOn, overdue }) => [what, of, dueOn, overdue]);
    };
    const sheets = 'sheet-lesson-journal.m-1.2026:1-2';
    const owed = ['sheets-behind', sheets, '2026-11-30', false];
    expect(await due(TODAY)).toEqual([owed]);
    const period = 'lesson-journal:journal-m-1.safety.2026:2026-11-01';
    expect(await due('2026-12-01')).toEqual([
      ['sheets-behind', sheets, '2026-11-30', true],
      ['sheets-unsigned', period, '2026-12-10', false],
    ]);
    const { corrected } = school;
    const asked = { changes: [placeOf(corrected)], source: sourceOf(corrected) };
    must(await school.printouts.settleSheets({ ...school.settle, ...asked }));
    expect(await due(TODAY)).toEqual([]);
  });

  test('R3 §3.3: signed paper and the electronic journal are compared', async () => {
    const school = await signedAndCorrected();
    const { sheets } = await differencesReport(await readerOver(school.store));
    expect(sheets).toMatchObject([{ sheets: [1, 2], changes: [{ what: 'corrected' }] }]);
  });

  test('a reader without a day is refused', async () => {
    const school = await behindSchool();
    const page = paperBehindReport(await readerOver(school.store));
    await expect(page).rejects.toMatchObject({ code: 'misuse' });
  });
});

describe('form C1, part 7: the correction sheet', () => {
  const options = { organisation: { name: 'Академия' }, timeZone: 'Europe/Moscow' };

  test('R2 §2.3: old and new value in digits and words, and a line for who corrected', async () => {
    const school = await signedAndCorrected();
    const page = await behind(school);
    const text = correctionSheetHtml(page, page.sheets[0]!, options);
    for (const said of ['Лист исправлений', '№ 1, 2', '>три<', '>четыре<', 'Исправивший']) {
      expect(text).toContain(said);
    }
    expect(text).toContain('Форма не утверждена');
    expect(text).not.toContain('data-table="entries"');
    const title = { ru: 'Лист исправлений', en: 'Correction sheet' };
    const form = { form: 'correction-sheet', version: 'Ф-3', title, on: '2026-09-01' };
    must(await school.forms.approve(form));
    const approved = await behind(school);
    expect(correctionSheetHtml(approved, approved.sheets[0]!, options)).toContain(
      'Форма Ф-3 утверждена приказом № 12-од от 25.08.2026',
    );
  });

  test('changed lessons and late entries by their fields, signed by an office', async () => {
    const school = await behindSchool();
    await school.sign(school.first, { shows: { until: '2026-10-31' } });
    const { on: _on, group: _group, module: _module, ...taught } = lesson;
    const corrected = { ...taught, topic: 'Инструктаж', signer: 'p-9', reason: 'описка' };
    const named = { journal: 'm-1.safety.2026', lesson: 'z-1' };
    must(await school.journals.correctLesson({ ...named, ...corrected }));
    await school.mark('5', '2026-10-12');
    const page = await behind(school);
    const text = correctionSheetHtml(page, page.sheets[0]!, { ...options, language: 'en' });
    expect(text).toContain('data-table="entries"');
    expect(text).not.toContain('data-table="corrections"');
    for (const said of ['topic', 'Инструктаж', '>5<', 'Teacher']) expect(text).toContain(said);
  });
});
