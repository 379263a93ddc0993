import type * as z from 'zod';
import { readActDay } from '../acting/act-day.ts';
import type { Desk, Receipt, Sent } from '../desk.ts';
import { receipt } from '../desk.ts';
import type { Result } from '../kernel/refusal.ts';
import { decideEnterIndicator, enterIndicator, evaluationDecider } from './evaluation.ts';

/** Self-evaluation: indicators that no event of learning answers. P10. */
export interface EvaluationRoom {
  enterIndicator(raw: Sent<z.input<typeof enterIndicator.schema>>): Promise<Result<Receipt>>;
}

/**
 * The self-evaluation of an organisation, for one sender.
 * @example
 * must(await evaluationRoom(desk).enterIndicator({ year: '2026', annex: '6', indicator: '3.1',
 *   value: '12.5', source: 'годовой отчёт' }));
 */
export function evaluationRoom(desk: Desk): EvaluationRoom {
  return {
    enterIndicator: (raw) =>
      desk.run(enterIndicator, raw, {
        decider: evaluationDecider,
        stream: ({ year }) => desk.stream('evaluation', year),
        context: ({ on }) => readActDay(desk, on),
        decide: decideEnterIndicator,
        answer: receipt,
      }),
  };
}
