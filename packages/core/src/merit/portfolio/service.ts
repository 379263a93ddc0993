import { readSignedAct } from '../../acting/context.ts';
import { idSent } from '../../acting/default-id.ts';
import { on } from '../../acting/on.ts';
import type { Receipt } from '../../acting/receipt.ts';
import { receipt } from '../../acting/receipt.ts';
import { service } from '../../acting/service.ts';
import type { PortfolioHolder } from './commands.ts';
import {
  addPortfolioItem,
  annulPortfolioEntry,
  portfolioKey,
  removePortfolioItem,
} from './commands.ts';
import { readAdding, readRemoving } from './context.ts';
import { decideAnnulPortfolioEntry } from './decide-entry.ts';
import { decideAddPortfolioItem, decideRemovePortfolioItem } from './decide.ts';
import { portfolioFold } from './facts/state.ts';

/** The receipt of a portfolio's command. */
export interface PortfolioReceipt extends Receipt {
  /** The item's id, for later commands. */
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
 * Portfolios of learners and groups, to which items are added and from which they are removed. D13,
 * R5 §4.9.
 *
 * @example
 * const { item } = must(await portfolioService(session).add({ holder: { group: 'm-1' },
 *   title: 'Альбом класса', kind: 'album', medium: 'paper', locator: 'шкаф 2',
 *   addedBy: 'p-9', on: '2026-11-14' }));
 */
export const portfolioService = service({
  /**
   * Adds an item to a portfolio. The receipt's `item` is its id.
   * Refuses `already-exists`, `portfolio-word-unknown`, `learner-unknown`, `group-unknown`,
   * `learner-may-not-add`, `commendation-of-another`, `achievement-of-another`, `group-has-none`,
   * `contest-protocol-unknown`, `act-out-of-order`,
   * `office-not-entitled`, `not-appointed`. D13, R3 §3.4, R5 §4.8-4.9.
   */
  add: onPortfolio(addPortfolioItem, {
    context: readAdding,
    decide: (state, input, context, command) =>
      decideAddPortfolioItem(state, { ...input, item: input.item ?? idSent(command) }, context),
  }),

  /**
   * Removes an item for a reason of the regulation. The event of its addition stays in the history.
   * Refuses `portfolio-item-unknown`, `portfolio-item-removed`, `portfolio-word-unknown`,
   * `office-not-entitled`, `not-appointed`, `act-out-of-order`. D13.
   */
  remove: onPortfolio(removePortfolioItem, {
    context: readRemoving,
    decide: decideRemovePortfolioItem,
  }),

  /**
   * Annuls the adding or the removal of an item that was entered in error; enter it anew where it
   * has another day or value. The adding of an item is annulled after its removal. The receipt's
   * `item` is its id.
   * Refuses `entry-unknown`, `entry-annulled-already`, `entry-rested-on`, `reason-missing`,
   * `not-appointed`, `office-not-entitled`. D13, RK 1.8.
   */
  annulEntry: onPortfolio(annulPortfolioEntry, {
    context: readSignedAct,
    decide: decideAnnulPortfolioEntry,
  }),
});
