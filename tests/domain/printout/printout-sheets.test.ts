import type { RegulationPreset } from '@letopis/core';
import { must, newCommandId } from '@letopis/core';
import { sheetPeriod } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import { lesson, openSchool, regulation, schoolOver } from '../worlds/records-school.ts';

const r2 = regulation();
const sheetRules = r2.printouts.sheets;

/** A school whose form `journal` was approved, and the page that its sheets are printed from. */
async function schoolWithSheets(
  sheets: Partial<typeof sheetRules> = {},
  carriers = r2.carriers.carriers,
) {
  const preset: RegulationPreset = {
    ...r2,
    carriers: { ...r2.carriers, carriers },
    printouts: { ...r2.printouts, sheets: { ...sheetRules, ...sheets } },
  };
  const school = await openSchool(preset);
  const title = { ru: 'Журнал', en: 'Journal' };
  const form = { form: 'journal', version: 'Ф-01', title, on: '2026-09-01' };
  must(await school.forms.approve(form));
  const { stream, revision } = must(await school.journals.holdLesson(lesson));
  const [held] = await school.handler.events(stream, revision, 1);
  const digest = '9f86d081884c7d659a2feaa0c55ad015';
  const source = {
    last: `${stream}@${revision}`,
    event: held!.id,
    recordedAt: held!.recordedAt,
    digest,
  };
  const sign = {
    carrier: 'lesson-journal',
    volume: 'm-1',
    form: 'journal',
    sheets: 2,
    source,
    records: ['journal-m-1.safety.2026'],
    signers: [{ person: 'p-9' }],
    on: '2026-10-01',
  };
  return { ...school, sign };
}

describe('D21 R1 §4.2, R2 §2.2, R3 §3.3, R5 §4.3.1: sheets of a paper carrier are signed', () => {
  test('they are numbered from 1 without gaps, and say who signed which form', async () => {
    const { printouts, sign, events } = await schoolWithSheets();
    expect(must(await printouts.signSheets(sign))).toMatchObject({
      period: '2026',
      firstSheet: 1,
      lastSheet: 2,
    });
    expect(must(await printouts.signSheets(sign))).toMatchObject({ firstSheet: 3, lastSheet: 4 });
    expect((await events('sheet-lesson-journal.m-1.2026'))[1]).toMatchObject({
      type: 'SheetsSigned',
      occurredOn: '2026-10-01',
      refs: { carrier: ['lesson-journal'], journal: ['m-1.safety.2026'], official: ['p-9'] },
      data: {
        carrier: 'lesson-journal',
        volume: 'm-1',
        period: '2026',
        form: 'journal',
        version: 'Ф-01',
        firstSheet: 3,
        lastSheet: 4,
        signers: [{ person: 'p-9', office: 'teacher' }],
        edition: 1,
      },
    });
  });

  test('no number is given twice or left out, also when two sign at once', async () => {
    const school = await schoolWithSheets();
    const other = schoolOver(school.store, 'u-18').printouts;
    const services = Array.from({ length: 10 }, (_, n) => (n % 2 === 0 ? school.printouts : other));
    const signed = await Promise.all(services.map((one) => one.signSheets(school.sign)));
    const first = signed.map((one) => must(one).firstSheet).toSorted((a, b) => a - b);
    expect(first).toEqual(Array.from({ length: 10 }, (_, n) => 2 * n + 1));
  });

  test('the number on the paper must be the next one', async () => {
    const { printouts, sign } = await schoolWithSheets();
    must(await printouts.signSheets({ ...sign, firstSheet: 1 }));
    for (const firstSheet of [2, 4]) {
      const no = await printouts.signSheets({ ...sign, firstSheet });
      expectRefused(no, 'sheet-out-of-order', String(firstSheet), '3');
    }
  });

  test('each volume and each period has its own numbers', async () => {
    const { printouts, sign } = await schoolWithSheets();
    must(await printouts.signSheets(sign));
    const other = must(await printouts.signSheets({ ...sign, volume: 'm-2' }));
    expect(other.firstSheet).toBe(1);
    const periods = ['study-year', 'calendar-year', 'carrier'] as const;
    const days = ['2027-08-31', '2027-09-01', '2026-12-31'];
    expect(periods.map((per) => days.map((day) => sheetPeriod(per, day)))).toEqual([
      ['2026', '2027', '2026'],
      ['2027', '2027', '2026'],
      ['all', 'all', 'all'],
    ]);
    const byCarrier = await schoolWithSheets({ numberedPer: 'carrier' });
    const one = must(await byCarrier.printouts.signSheets(byCarrier.sign));
    expect(one.period).toBe('all');
  });

  test('the offices of the carrier sign, each person once', async () => {
    const byCarrier = [{ carrier: 'protocols', offices: ['head', 'records-keeper'] }];
    const { printouts, sign } = await schoolWithSheets({ byCarrier });
    const protocol = { ...sign, carrier: 'protocols' };
    expectRefused(await printouts.signSheets(protocol), 'not-appointed', 'p-9', 'head');
    const twice = { ...protocol, signers: [{ person: 'p-1' }, { person: 'p-1' }] };
    expectRefused(await printouts.signSheets(twice), 'signer-twice', 'p-1');
    const both = { ...protocol, signers: [{ person: 'p-1' }, { person: 'p-5' }] };
    must(await printouts.signSheets(both));
  });

  test('R2 §2.1: in a form that was approved', async () => {
    const { printouts, sign } = await schoolWithSheets();
    const early = { ...sign, form: 'sheet' };
    expectRefused(await printouts.signSheets(early), 'form-not-approved', 'sheet', '2026-10-01');
  });

  test('D1: a carrier of the regulation, on paper, and kept', async () => {
    const note = {
      ...r2.carriers.carriers[0]!,
      id: 'note',
      mandatory: false,
      decidedBy: 'head',
    };
    const carriers = [...r2.carriers.carriers, note];
    const { printouts, sign, carriers: kept } = await schoolWithSheets({}, carriers);
    const on = async (carrier: string) => printouts.signSheets({ ...sign, carrier });
    expectRefused(await on('album'), 'carrier-unknown', 'album', 'note');
    expectRefused(await on('electronic-records'), 'carrier-not-paper', 'electronic-records');
    expectRefused(await on('note'), 'carrier-not-kept', 'note', '2026-10-01');
    const keep = { carrier: 'note', keep: true, decidedBy: 'p-1', on: '2026-10-01' };
    must(await kept.decide(keep));
    must(await on('note'));
  });

  test('sheets are signed in order, from a page of this history, once a command', async () => {
    const { printouts, sign, store } = await schoolWithSheets();
    const once = { ...sign, commandId: newCommandId(store.ports) };
    const first = must(await printouts.signSheets(once));
    expect(must(await printouts.signSheets(once))).toEqual(first);
    const early = await printouts.signSheets({ ...sign, on: '2026-09-30' });
    expectRefused(early, 'act-out-of-order', '2026-09-30', '2026-10-01');
    const strange = { ...sign.source, recordedAt: '2026-11-22T08:59:59.999Z' };
    const forged = await printouts.signSheets({ ...sign, source: strange });
    expectRefused(forged, 'print-source-unknown', sign.source.last);
    const ahead = await printouts.signSheets({ ...sign, on: '2026-12-01' });
    expectRefused(ahead, 'dated-ahead', '2026-12-01');
    const noRecord = await printouts.signSheets({ ...sign, records: ['Журнал'] });
    expectRefused(noRecord, 'invalid-input', 'Журнал');
  });

  test('a void sheet keeps its number, and the next one is new', async () => {
    const { printouts, sign, events } = await schoolWithSheets();
    must(await printouts.signSheets(sign));
    const sheet = { carrier: 'lesson-journal', volume: 'm-1', period: '2026', sheet: 2 };
    const gone = { ...sheet, reason: 'misprinted', signer: 'p-9', on: '2026-10-05' };
    const voiding = async (change: object, code: string, ...values: string[]) =>
      expectRefused(await printouts.voidSheet({ ...gone, ...change }), code, ...values);
    await voiding({ sheet: 3 }, 'sheet-unknown', '3', 'lesson-journal', '2026');
    await voiding({ reason: 'vanity' }, 'void-reason-unknown', 'vanity');
    await voiding({ on: '2026-09-30' }, 'act-out-of-order', '2026-09-30', '2026-10-01');
    await voiding({ signer: 'p-7' }, 'not-appointed', 'p-7');
    must(await printouts.voidSheet(gone));
    await voiding({}, 'sheet-voided-already', '2', '2026-10-05');
    expect(must(await printouts.signSheets(sign)).firstSheet).toBe(3);
    const [signed, voided] = await events('sheet-lesson-journal.m-1.2026');
    expect(voided).toMatchObject({
      type: 'SheetVoided',
      occurredOn: '2026-10-01',
      refs: { official: ['p-9'] },
      data: { sheet: 2, corrects: signed?.id, actedOn: '2026-10-05', reason: 'misprinted' },
    });
  });
});

describe('D21: edges of signed sheets', () => {
  const [reason] = r2.printouts.voidReasons;
  const voided = {
    carrier: 'lesson-journal',
    volume: 'm-1',
    period: '2026',
    reason: reason?.id ?? '',
    signer: 'p-9',
  };

  test('each sheet is that of the signing that counted it, first to last', async () => {
    const { printouts, sign, events } = await schoolWithSheets();
    must(await printouts.signSheets(sign));
    must(await printouts.signSheets({ ...sign, on: '2026-10-05' }));
    const voidOne = async (sheet: number, on: string) =>
      printouts.voidSheet({ ...voided, sheet, on });
    expectRefused(await voidOne(3, '2026-10-04'), 'act-out-of-order', '2026-10-04', '2026-10-05');
    must(await voidOne(3, '2026-10-05'));
    must(await voidOne(2, '2026-10-01'));
    must(await voidOne(4, '2026-10-05'));
    must(await voidOne(1, '2026-10-05'));
    expectRefused(await voidOne(5, '2026-10-05'), 'sheet-unknown', '5', 'lesson-journal');
    const story = await events('sheet-lesson-journal.m-1.2026');
    const [first, second, ...rest] = story;
    const told = rest.map(({ occurredOn, data, refs }) => ({
      on: occurredOn,
      sheet: (data as { sheet: number }).sheet,
      corrects: (data as { corrects: string }).corrects,
      official: refs.official,
    }));
    const official = ['p-9'];
    expect(told).toEqual([
      { on: '2026-10-05', sheet: 3, corrects: second?.id, official },
      { on: '2026-10-01', sheet: 2, corrects: first?.id, official },
      { on: '2026-10-05', sheet: 4, corrects: second?.id, official },
      { on: '2026-10-01', sheet: 1, corrects: first?.id, official },
    ]);
  });

  test('a void sheet names who signed it, and who declared it void', async () => {
    const { printouts, sign, events } = await schoolWithSheets();
    must(await printouts.signSheets(sign));
    must(await printouts.voidSheet({ ...voided, sheet: 1, signer: 'p-5', on: '2026-10-05' }));
    expect((await events('sheet-lesson-journal.m-1.2026'))[1]).toMatchObject({
      refs: { carrier: ['lesson-journal'], journal: ['m-1.safety.2026'], official: ['p-5', 'p-9'] },
      data: { signer: { person: 'p-5', office: 'records-keeper' } },
    });
  });

  test('they may be signed on the day of the ones before them', async () => {
    const { printouts, sign } = await schoolWithSheets();
    must(await printouts.signSheets(sign));
    must(await printouts.signSheets(sign));
    const early = await printouts.signSheets({ ...sign, on: '2026-09-30' });
    expectRefused(early, 'act-out-of-order', '2026-09-30', '2026-10-01');
  });

  test('R2 §2.1: in the version in force; in any, where the regulation asks for none', async () => {
    const { printouts, sign } = await schoolWithSheets({ approvedForm: true });
    must(await printouts.signSheets({ ...sign, version: 'Ф-01' }));
    const other = await printouts.signSheets({ ...sign, version: 'Ф-02' });
    expectRefused(other, 'form-not-approved', 'journal', 'Ф-02', 'Ф-01');
    const free = await schoolWithSheets({ approvedForm: false });
    must(await free.printouts.signSheets({ ...free.sign, version: 'Ф-02' }));
  });

  test('the offices of another carrier sign nothing here', async () => {
    const byCarrier = [{ carrier: 'personal-files', offices: ['head'] }];
    const { printouts, sign } = await schoolWithSheets({ byCarrier, offices: ['teacher'] });
    must(await printouts.signSheets(sign));
    const head = { ...sign, signers: [{ person: 'p-1' }] };
    expectRefused(await printouts.signSheets(head), 'not-appointed', 'p-1');
    const nobody = { ...sign, signers: [{ person: 'p-77' }] };
    expectRefused(await printouts.signSheets(nobody), 'not-appointed', 'p-77');
  });
});
