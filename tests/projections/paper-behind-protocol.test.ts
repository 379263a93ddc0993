import { must } from '@letopis/core';
import { openReader, paperBehindReport } from '@letopis/projections';
import { describe, expect, test } from 'vitest';
import { placeOf, sourceOf } from '../domain/worlds/behind-school.ts';
import { attested, sitting, withCommissions } from '../domain/worlds/commission-academy.ts';
import { mark } from '../domain/worlds/enrollment-academy.ts';
import { expectRefused } from '../domain/worlds/expect-refused.ts';
import { viewsOf } from './school-reader.ts';

/* R1 §4.2.3, R2 §2.2: the signed sheet of a protocol, and the results that it names. */

async function signedProtocol() {
  const academy = await withCommissions({
    printouts: {
      sheets: {
        offices: ['head', 'teacher'],
        byCarrier: [],
        numberedPer: 'study-year',
        approvedForm: false,
        whenChanged: 'correction-sheet',
        changedDueDays: 3,
        upkeep: [],
      },
    },
  });
  const protocol = await sitting(academy, 'c-1', '2026-12-20');
  const other = await mark(academy, '4', '2026-12-19');
  const { result } = await attested(academy, protocol, '2026-12-20');
  const last = async (stream: string) => {
    const found = (await academy.events(`academy.${stream}`)).at(-1);
    academy.ports.advance(1000);
    return found!;
  };
  const page = sourceOf(await last('commission-c-1'));
  const sheet = {
    carrier: 'protocols',
    form: 'commission-protocol',
    records: ['commission-c-1'],
    shows: { protocol },
    signers: [{ person: 'p-1' }],
    sheets: 1,
  };
  must(await academy.printouts.signSheets({ ...sheet, source: page, on: '2026-12-20' }));
  academy.ports.advance(1000);
  const correct = async (replaces: string) => {
    const why = { value: '5', words: 'пять', reason: 'описка', signer: 'p-9' };
    must(await academy.assessments.correct({ enrollment: academy.id, replaces, ...why }));
    return last(`enrollment-${academy.id}`);
  };
  const changes = async () => {
    const reader = await openReader(await viewsOf(academy), { on: '2026-12-25' });
    const { sheets } = await paperBehindReport(reader);
    return sheets.map((one) => [one.carrier, one.dueOn, one.changes.map(({ at }) => at)]);
  };
  return { ...academy, result, other, correct, changes };
}

describe('R1 §4.2.3: the signed sheet of a protocol', () => {
  test('is behind where a result that it names was corrected, and no other', async () => {
    const academy = await signedProtocol();
    await academy.correct(academy.other);
    expect(await academy.changes()).toEqual([]);
    const corrected = await academy.correct(academy.result);
    const at = placeOf(corrected);
    expect(await academy.changes()).toEqual([['protocols', '2026-12-28', [at]]]);
    const settling = {
      carrier: 'protocols',
      period: '2026',
      sheet: 1,
      by: 'correction-sheet' as const,
      form: 'correction-sheet',
      source: sourceOf(corrected),
      sheets: 1,
      signers: [{ person: 'p-9' }],
      on: '2026-12-25',
    };
    const foreign = at.replace(/@\d+$/, (place) => `@${Number(place.slice(1)) - 1}`);
    const no = await academy.printouts.settleSheets({ ...settling, changes: [foreign] });
    expectRefused(no, 'change-unknown', foreign);
    must(await academy.printouts.settleSheets({ ...settling, changes: [at] }));
    expect(await academy.changes()).toEqual([]);
  });
});
