import { must } from '@letopis/core';
import { evaluationFold } from '@letopis/core/facts';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import { openSchool } from '../worlds/records-school.ts';

const staff = {
  year: '2026',
  annex: '6',
  indicator: '1.10.1',
  value: '12.5',
  sharePercent: null,
  source: 'форма 1-ПК',
  on: '2026-11-20',
};
const wrong = { year: '2026', reason: 'не та форма', signer: 'p-1', office: 'head' } as const;
const on = '2026-11-22';
const STRANGE = '01990000-0000-7000-8000-000000000001';

async function evaluating() {
  const school = await openSchool();
  const { evaluations, handler } = school;
  const annul = async (entry: string, more = {}) =>
    evaluations.annulEntry({ ...wrong, entry, on, ...more });
  const values = async () => {
    const { state } = await handler.load(evaluationFold, 'academy.evaluation-2026');
    return [...state.indicators].map(([indicator, { value }]) => [indicator, value]);
  };
  return { ...school, annul, values };
}

describe('P10, RK 1.8: the value of an indicator is annulled', () => {
  test('it never was; by whom and why stays on record', async () => {
    const { evaluations, events, annul, values } = await evaluating();
    const entry = must(await evaluations.enterIndicator(staff)).eventId;
    must(await evaluations.enterIndicator({ ...staff, indicator: '1.10.2' }));
    must(await annul(entry));
    expect(await values()).toEqual([['1.10.2', '12.5']]);
    expect((await events('evaluation-2026')).at(-1)).toMatchObject({
      type: 'IndicatorEntryAnnulled',
      occurredOn: '2026-11-20',
      refs: { official: ['p-1'] },
      data: {
        year: '2026',
        annex: '6',
        indicator: '1.10.1',
        corrects: entry,
        entry: 'IndicatorEntered',
        actedOn: on,
        replacedBy: null,
        signer: { person: 'p-1', office: 'head' },
        reason: 'не та форма',
        edition: 1,
      },
    });
    must(await evaluations.enterIndicator({ ...staff, value: '11' }));
    expect(await values()).toContainEqual(['1.10.1', '11']);
  });

  test('the value entered before it counts again, whatever their days', async () => {
    const { evaluations, annul, values } = await evaluating();
    must(await evaluations.enterIndicator(staff));
    const late = { ...staff, value: '13', on: '2026-11-19' };
    const second = must(await evaluations.enterIndicator(late)).eventId;
    expect(await values()).toEqual([['1.10.1', '13']]);
    must(await annul(second));
    expect(await values()).toEqual([['1.10.1', '12.5']]);
  });

  test('once, by its event id, for a reason, by who may put entries right', async () => {
    const { evaluations, annul } = await evaluating();
    const entry = must(await evaluations.enterIndicator(staff)).eventId;
    const no = await annul(entry, { reason: undefined });
    expectRefused(no, 'reason-missing', 'annul-indicator-entry', entry);
    expectRefused(await annul(entry, { signer: 'p-77' }), 'not-appointed', 'p-77');
    expectRefused(await annul(STRANGE), 'entry-unknown', STRANGE, 'evaluation-2026');
    must(await annul(entry));
    expectRefused(await annul(entry), 'entry-annulled-already', entry, on);
  });
});
