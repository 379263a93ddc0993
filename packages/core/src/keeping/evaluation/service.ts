import { readSignedAct } from '../../acting/context.ts';
import { keyedBy } from '../../acting/keyed-by.ts';
import { on } from '../../acting/on.ts';
import { service } from '../../acting/service.ts';
import { annulIndicatorEntry, enterIndicator } from './commands.ts';
import { readEvaluation } from './context.ts';
import { decideAnnulIndicatorEntry, decideEnterIndicator } from './decide.ts';
import { evaluationFold } from './facts/state.ts';

const onEvaluation = on({ fold: evaluationFold, ...keyedBy('year') });

/**
 * Self-evaluation of the organisation: indicators that cannot be computed from events of learning.
 * P10.
 *
 * @example
 * must(await evaluationService(session).enterIndicator({ year: '2026', annex: '6',
 *   indicator: '3.1', value: '12.5', source: 'годовой отчёт' }));
 */
export const evaluationService = service({
  /**
   * Enters the value of an indicator for a year, with its source. A later value replaces it in the
   * report.
   * Refuses `annex-not-reported`, `dated-ahead`. P10.
   */
  enterIndicator: onEvaluation(enterIndicator, {
    context: readEvaluation,
    decide: decideEnterIndicator,
  }),

  /**
   * Annuls a value that was entered in error; the one entered before it counts again.
   * Refuses `entry-unknown`, `entry-annulled-already`, `reason-missing`, `not-appointed`,
   * `office-not-entitled`. P10, RK 1.8.
   */
  annulEntry: onEvaluation(annulIndicatorEntry, {
    context: readSignedAct,
    decide: decideAnnulIndicatorEntry,
  }),
});
