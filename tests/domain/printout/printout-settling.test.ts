import type { RecordedEvent } from '@letopis/core';
import { coreEvents, must } from '@letopis/core';
import { lastDayShown, owedWhenChanged, showsDay, signingPeriodOf } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import { newAcademy } from '../worlds/academy.ts';
import {
  behindSchool,
  freeForms,
  placeOf,
  signedAndCorrected,
  sourceOf,
} from '../worlds/behind-school.ts';
import { expectRefused } from '../worlds/expect-refused.ts';
import { lesson } from '../worlds/records-school.ts';

/** A journal that was signed before its mark was corrected, and what settles that change. */
async function toSettle(preset = freeForms()) {
  const school = await signedAndCorrected(preset);
  const settling = (change: RecordedEvent = school.corrected) => ({
    ...school.settle,
    changes: [placeOf(change)],
    source: sourceOf(change),
  });
  return { ...school, settling };
}

const SERIES = 'sheet-lesson-journal.m-1.2026';

describe('R1 §4.2, R2 §2.2-2.3: what is owed on signed sheets is settled by its signing', () => {
  test('a correction sheet is the next of the volume, and names the changes', async () => {
    const { printouts, settling, events, corrected } = await toSettle();
    expect(must(await printouts.settleSheets(settling()))).toMatchObject({
      period: '2026',
      firstSheet: 3,
      lastSheet: 3,
    });
    const [signed, settled, ...more] = await events(SERIES);
    expect(more).toEqual([]);
    expect(settled).toMatchObject({
      type: 'SheetsSigned',
      occurredOn: '2026-11-22',
      refs: { carrier: ['lesson-journal'], learner: ['l-1'], official: ['p-9'] },
      data: {
        form: 'correction-sheet',
        records: ['journal-m-1.safety.2026'],
        settles: {
          by: 'correction-sheet',
          sheets: signed?.id,
          changes: [{ at: placeOf(corrected), event: corrected.id }],
        },
      },
    });
  });

  test('the paper is not signed before the day of the change', async () => {
    const { printouts, settling } = await toSettle();
    const early = await printouts.settleSheets({ ...settling(), on: '2026-11-19' });
    expectRefused(early, 'act-out-of-order', '2026-11-19', '2026-11-20');
    must(await printouts.settleSheets({ ...settling(), on: '2026-11-20' }));
  });

  test('new sheets make the old ones void by the same act, where these still stand', async () => {
    const school = await toSettle(freeForms({ upkeep: [], whenChanged: 'new-sheet' }));
    const { printouts, settling, events } = school;
    const old = { carrier: 'lesson-journal', volume: 'm-1', period: '2026', sheet: 2 };
    const torn = { ...old, reason: 'damaged', signer: 'p-9', on: '2026-11-21' };
    must(await printouts.voidSheet(torn));
    const anew = { ...settling(), by: 'new-sheet' as const, form: 'lesson-journal', sheets: 2 };
    const unknown = await printouts.settleSheets({ ...anew, reason: 'vanity' });
    expectRefused(unknown, 'void-reason-unknown', 'vanity');
    expect(must(await printouts.settleSheets(anew))).toMatchObject({ firstSheet: 3, lastSheet: 4 });
    const [signed, , fresh, voided, ...more] = await events(SERIES);
    expect(more).toEqual([]);
    expect(fresh).toMatchObject({
      data: { settles: { by: 'new-sheet', sheets: signed?.id } },
    });
    expect(voided).toMatchObject({
      type: 'SheetVoided',
      occurredOn: '2026-10-31',
      data: { sheet: 1, corrects: signed?.id, actedOn: '2026-11-22', reason: 'replaced' },
    });
    const again = await printouts.settleSheets(anew);
    expectRefused(again, 'sheet-voided-already', '1', '2026-11-22');
  });

  test('by the paper that the regulation asks for', async () => {
    const { printouts, settling } = await toSettle();
    const anew = await printouts.settleSheets({ ...settling(), by: 'new-sheet' });
    expectRefused(anew, 'settled-otherwise', 'lesson-journal', 'new-sheet', 'correction-sheet');
    const free = await toSettle(freeForms({ upkeep: [], whenChanged: 'nothing' }));
    must(await free.printouts.settleSheets({ ...free.settling(), by: 'new-sheet' }));
  });

  test('once; and again after its sheet was declared void', async () => {
    const { printouts, settling, corrected } = await toSettle();
    must(await printouts.settleSheets(settling()));
    const twice = await printouts.settleSheets(settling());
    expectRefused(twice, 'change-settled-already', placeOf(corrected), '3');
    const own = { carrier: 'lesson-journal', volume: 'm-1', period: '2026', sheet: 3 };
    const torn = { ...own, reason: 'damaged', signer: 'p-9', on: '2026-11-22' };
    must(await printouts.voidSheet(torn));
    expect(must(await printouts.settleSheets(settling())).firstSheet).toBe(4);
  });

  test('a later change of the same mark is settled apart', async () => {
    const { printouts, settling, corrected, correct } = await toSettle();
    must(await printouts.settleSheets(settling()));
    const later = await correct(corrected, '5', 'пять');
    must(await printouts.settleSheets(settling(later)));
  });

  test('for changes of these sheets, recorded after their page', async () => {
    const school = await toSettle();
    const { printouts, settling, first, corrected, events, enrollments } = school;
    const of = async (changes: readonly string[], more = {}) =>
      printouts.settleSheets({ ...settling(), changes, ...more });
    expectRefused(await of([placeOf(first)]), 'change-shown-already', placeOf(first), '1');
    const none = 'academy.enrollment-l-1.mentor.1@99';
    expectRefused(await of([none]), 'change-unknown', none, '1');
    const foreign = placeOf(corrected).replace('academy', 'other');
    expectRefused(await of([foreign]), 'change-unknown', foreign);
    must(
      await enrollments.discharge({
        enrollment: 'l-2.mentor.1',
        reason: 'own-wish',
        on: '2026-10-20',
      }),
    );
    const [, left] = await events('enrollment-l-2.mentor.1');
    expectRefused(await of([placeOf(left!)]), 'change-unknown', placeOf(left!));
    const early = await of([placeOf(corrected)], { source: sourceOf(first) });
    expectRefused(early, 'change-not-on-page', placeOf(corrected), placeOf(first));
    expectRefused(await of([placeOf(corrected)], { sheet: 3 }), 'sheet-unknown', '3');
    must(await of([placeOf(corrected)]));
    const own = await of([placeOf(corrected)], { sheet: 3 });
    expectRefused(own, 'sheet-is-correction', '3', '1');
  });

  test('R2 §2.3: who corrected signs, unless they have left', async () => {
    const { printouts, settling, corrected, officials } = await toSettle();
    const by = { signers: [{ person: 'p-5' }] };
    const without = await printouts.settleSheets({ ...settling(), ...by });
    expectRefused(without, 'corrector-signs-not', 'p-9', placeOf(corrected));
    must(await officials.relieve({ person: 'p-9', office: 'teacher', on: '2026-11-22' }));
    must(await printouts.settleSheets({ ...settling(), ...by }));
  });

  test('as sheets are: next number, order of days, offices, a page of this history', async () => {
    const { printouts, settling } = await toSettle();
    const all = settling();
    const refused = async (change: object, code: string, ...values: string[]) =>
      expectRefused(await printouts.settleSheets({ ...all, ...change }), code, ...values);
    await refused({ firstSheet: 2 }, 'sheet-out-of-order', '2', '3');
    await refused({ on: '2026-10-30' }, 'act-out-of-order', '2026-10-30', '2026-10-31');
    await refused({ signers: [{ person: 'p-7' }] }, 'not-appointed', 'p-7');
    await refused({ source: { ...all.source, event: 'e-1' } }, 'print-source-unknown', 'e-1');
    await refused({ changes: [] }, 'invalid-input');
  });

  test('R2 §2.1: in an approved form', async () => {
    const { printouts, settling } = await toSettle(freeForms({ approvedForm: false }));
    must(await printouts.settleSheets(settling()));
    const strict = await behindSchool(freeForms({ approvedForm: true }));
    const title = { ru: 'Журнал', en: 'Journal' };
    const form = { form: 'lesson-journal', version: '1', title, on: '2026-09-01' };
    must(await strict.forms.approve(form));
    await strict.sign(strict.first);
    const changed = await strict.correct(strict.first, '4', 'четыре');
    const asked = { ...strict.settle, changes: [placeOf(changed)], source: sourceOf(changed) };
    const no = await strict.printouts.settleSheets(asked);
    expectRefused(no, 'form-not-approved', 'correction-sheet');
  });
});

describe('which facts signed sheets show', () => {
  test('those of the days, modules and protocol that they name', async () => {
    const school = await behindSchool();
    await school.sign(school.first, { shows: { until: '2026-10-04' } });
    const later = await school.correct(school.first, '4', 'четыре');
    const asked = { ...school.settle, changes: [placeOf(later)], source: sourceOf(later) };
    expectRefused(await school.printouts.settleSheets(asked), 'change-unknown', placeOf(later));
    const other = { sheet: 3, changes: [placeOf(later)], source: sourceOf(later) };
    const enrollment = { records: ['enrollment-l-1.mentor.1'] };
    await school.sign(school.first, { ...enrollment, shows: { modules: ['practice'] } });
    const module = await school.printouts.settleSheets({ ...school.settle, ...other });
    expectRefused(module, 'change-unknown', placeOf(later));
    await school.sign(school.first, { ...enrollment, shows: { modules: ['safety'] } });
    must(await school.printouts.settleSheets({ ...school.settle, ...other, sheet: 5 }));
  });

  test('a lesson of the journal, corrected after the signing, is a change', async () => {
    const school = await behindSchool();
    await school.sign(school.first);
    const { on: _on, group: _group, module: _module, ...taught } = lesson;
    const corrected = { ...taught, hours: 3, signer: 'p-9', reason: 'описка' };
    const journal = 'm-1.safety.2026';
    must(await school.journals.correctLesson({ journal, lesson: 'z-1', ...corrected }));
    const change = await school.lastOf(`journal-${journal}`);
    const asked = { ...school.settle, changes: [placeOf(change)], source: sourceOf(change) };
    must(await school.printouts.settleSheets(asked));
  });

  test('up to the day that they name, that of their page, or that of the signing', () => {
    const source = { last: 'a.file-l-1.1@0', event: 'e', recordedAt: '', digest: 'd' };
    const signed = { source: { ...source, on: null }, on: '2026-10-31' };
    expect(lastDayShown(signed)).toBe('2026-10-31');
    expect(lastDayShown({ ...signed, source: { ...source, on: '2026-10-30' } })).toBe('2026-10-30');
    const shows = { from: '2026-10-01', until: '2026-10-15', modules: [], protocol: null };
    const days = ['2026-09-30', '2026-10-01', '2026-10-15', '2026-10-16'];
    const shown = days.map((day) => showsDay({ ...signed, shows }, day));
    expect(shown).toEqual([false, true, true, false]);
  });

  test('what is owed is that of the carrier, or else the general one', () => {
    const { sheets } = freeForms().printouts;
    const carriers = ['lesson-journal', 'personal-files', 'protocols'];
    expect(carriers.map((carrier) => owedWhenChanged(sheets, carrier))).toEqual([
      'correction-sheet',
      'new-sheet',
      'correction-sheet',
    ]);
  });

  test('sheets are signed after each month, quarter, half-year or study year', () => {
    const periods = (['month', 'quarter', 'half-year', 'study-year'] as const).map((each) => {
      const { from, until } = signingPeriodOf(each, '2027-02-15');
      return `${from} ${until}`;
    });
    expect(periods).toEqual([
      '2027-02-01 2027-02-28',
      '2027-01-01 2027-03-31',
      '2027-01-01 2027-06-30',
      '2026-09-01 2027-08-31',
    ]);
  });
});

describe('what the regulation says about signed sheets', () => {
  const r2 = freeForms();
  const type = coreEvents.find((one) => one.type === 'PrintoutRulesSet');

  test('an edition that is older than these fields asks for nothing', () => {
    const { whenChanged: _w, changedDueDays: _d, upkeep: _u, ...sheets } = r2.printouts.sheets;
    const [old] = (type?.upcasters ?? []) as readonly ((data: unknown) => unknown)[];
    const stored = { edition: 1, rules: { ...r2.printouts, sheets } };
    expect(old?.(stored)).toMatchObject({
      edition: 1,
      rules: { sheets: { ...sheets, whenChanged: 'nothing', changedDueDays: 0, upkeep: [] } },
    });
  });

  test('it speaks of carriers that it has', async () => {
    const [upkeep] = r2.printouts.sheets.upkeep;
    const strange = freeForms({ upkeep: [{ ...upkeep!, carrier: 'album' }] });
    const given = { timeZone: 'Europe/Moscow', from: '2026-09-01' };
    const refused = await newAcademy().regulation.adopt(strange, given);
    expectRefused(refused, 'rules-disagree', 'album');
  });
});
