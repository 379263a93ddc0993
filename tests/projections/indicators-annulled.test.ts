import { selfEvaluation, selfEvaluationKey } from '@letopis/projections/views';
import { describe, expect, it } from 'vitest';
import { head, openAcademy } from './academy.ts';
import { readerOver } from './event-log.ts';

const about = { year: '2026', annex: '6', indicator: '1.10.1' };

describe('P10, RK 1.8: the value of an indicator that was annulled', () => {
  it('leaves the report, which shows the one entered before it', async () => {
    const academy = openAcademy();
    const enter = (value: string) => {
      const data = { ...about, value, sharePercent: null, source: 'форма', edition: 1 };
      return academy.add('IndicatorEntered', '2026-11-20', data);
    };
    const first = enter('12');
    const second = enter('13');
    const said = { corrects: second.id, entry: 'IndicatorEntered', actedOn: '2026-11-22' };
    const rest = { replacedBy: null, signer: head, edition: 1, reason: null };
    const annulment = academy.add(
      'IndicatorEntryAnnulled',
      '2026-11-20',
      { ...about, ...said, ...rest },
      { stream: 'academy.evaluation-2026' },
    );
    const key = selfEvaluationKey.entered('2026', '6');
    const answer = await readerOver(academy.events).get(selfEvaluation, key);
    expect(answer).toMatchObject({
      indicators: { '1.10.1': { source: { event: first.id } } },
      annulled: [
        { fact: { source: { event: second.id } }, annulment: { source: { event: annulment.id } } },
      ],
      basis: { event: annulment.id },
    });
  });
});
