import { on } from '../../acting/on.ts';
import type { Receipt } from '../../acting/receipt.ts';
import { receipt } from '../../acting/receipt.ts';
import { service } from '../../acting/service.ts';
import type { PortfolioHolder } from './commands.ts';
import { addPortfolioItem, portfolioKey, removePortfolioItem } from './commands.ts';
import { readAdding, readRemoving } from './context.ts';
import { decideAddPortfolioItem, decideRemovePortfolioItem } from './decide.ts';
import { portfolioFold } from './facts/state.ts';

/** What a step of a portfolio answers: `item` names the item from now on. */
export interface PortfolioReceipt extends Receipt {
  readonly item: string;
}

const onPortfolio = on({
  fold: portfolioFold,
  key: ({ holder }: { readonly holder: PortfolioHolder }) => portfolioKey(holder),
  answer: (outcome): PortfolioReceipt => ({
    ...receipt(outcome),
    item: outcome.events[0]?.data.item ?? '',
  }),
});

/**
 * Portfolios of learners and groups: items added, removed. D13, R5 §4.9.
 *
 * @example
 * const { item } = must(await portfolioService(session).add({ holder: { group: 'm-1' },
 *   title: 'Альбом класса', kind: 'album', medium: 'paper', locator: 'шкаф 2',
 *   addedBy: 'p-9', on: '2026-11-14' }));
 */
export const portfolioService = service({
  /**
   * Puts an item into a portfolio. The receipt's `item` names it.
   * Refuses `already-exists`, `portfolio-word-unknown`, `learner-unknown`,
   * `group-unknown`, `learner-may-not-add`, `commendation-of-another`,
   * `achievement-not-verified`, `office-not-entitled`, `not-appointed`. D13, R3 §3.4, R5 §4.8-4.9.
   */
  add: onPortfolio(addPortfolioItem, {
    context: readAdding,
    decide: (state, input, context, { id }) =>
      decideAddPortfolioItem(state, { ...input, item: input.item ?? id }, context),
  }),

  /**
   * Takes an item out, for a reason of the regulation; what was in it stays in the history.
   * Refuses `portfolio-item-unknown`, `portfolio-item-removed`, `portfolio-word-unknown`,
   * `office-not-entitled`, `not-appointed`, `act-out-of-order`. D13.
   */
  remove: onPortfolio(removePortfolioItem, {
    context: readRemoving,
    decide: decideRemovePortfolioItem,
  }),
});
