import { must, newCommandId } from '@letopis/core';
import { evaluationFold } from '@letopis/core/facts';
import { r2 } from '@letopis/core/presets/r2';
import { describe, expect, test } from 'vitest';
import { expectRefused } from '../worlds/expect-refused.ts';
import { openSchool, regulation } from '../worlds/records-school.ts';

const staff = {
  year: '2026',
  annex: '6',
  indicator: '1.10.1',
  value: '12,50',
  sharePercent: '62.5',
  source: 'форма 1-ПК',
};

describe('P10 orders 462 and 1324: an indicator from outside is entered', () => {
  test('P10: value and share stand as decimals, with where they come from', async () => {
    const { evaluations, events } = await openSchool();
    must(await evaluations.enterIndicator(staff));
    expect(await events('evaluation-2026')).toMatchObject([
      { type: 'IndicatorEntered', occurredOn: '2026-11-22', data: { ...staff, value: '12.5' } },
    ]);
  });

  test('P10: a later entry stands beside the first; the same one sent twice does not', async () => {
    const { evaluations, events, handler, store } = await openSchool();
    const commandId = newCommandId(store.ports);
    const first = must(await evaluations.enterIndicator({ ...staff, commandId }));
    expect(must(await evaluations.enterIndicator({ ...staff, commandId }))).toEqual(first);
    must(await evaluations.enterIndicator({ ...staff, value: '13', on: '2026-11-20' }));
    const entered = await events('evaluation-2026');
    expect(entered.map(({ data }) => data)).toMatchObject([{ value: '12.5' }, { value: '13' }]);
    const { state } = await handler.load(evaluationFold, 'academy.evaluation-2026');
    expect([...state.indicators]).toEqual([
      ['1.10.1', { value: '13', eventId: entered[1]?.id, revision: 1 }],
    ]);
    must(await evaluations.enterIndicator({ ...staff, value: '14', on: '2026-11-21' }));
    const last = (await handler.load(evaluationFold, 'academy.evaluation-2026')).state;
    expect(last.indicators.get('1.10.1')?.value).toBe('14');
  });

  test('P10: an annex that the organisation does not report is refused', async () => {
    const { evaluations } = await openSchool();
    const other = await evaluations.enterIndicator({ ...staff, annex: '5' });
    expectRefused(other, 'annex-not-reported', '5', '6');
    const general = { ...r2.general, annex: null };
    const none = await openSchool(regulation({ general }));
    const refused = await none.evaluations.enterIndicator(staff);
    expectRefused(refused, 'annex-not-reported', '—', '6');
  });

  test('P10: what is nonsense is refused', async () => {
    const { evaluations } = await openSchool();
    const refuses = async (change: object, code: string, ...values: string[]) =>
      expectRefused(await evaluations.enterIndicator({ ...staff, ...change }), code, ...values);
    await refuses({ sharePercent: '100.1' }, 'invalid-input', 'sharePercent', '100.1');
    await refuses({ sharePercent: '-1' }, 'invalid-input', '-1');
    await refuses({ sharePercent: 'half' }, 'invalid-input', 'half');
    await refuses({ value: 'many' }, 'invalid-input', 'many');
    await refuses({ year: '26' }, 'invalid-input', '26');
    await refuses({ annex: 'six' }, 'invalid-input', 'six');
    await refuses({ indicator: '1' }, 'invalid-input', 'indicator');
    await refuses({ on: '2026-11-23' }, 'dated-ahead', '2026-11-23');
  });
});
