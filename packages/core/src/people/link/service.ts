import { on } from '../../acting/on.ts';
import { receipt } from '../../acting/receipt.ts';
import { service } from '../../acting/service.ts';
import { linkLearners, unlinkLearners } from './commands.ts';
import { readLink } from './context.ts';
import { decideLink, decideUnlink } from './decide.ts';
import { linkKey } from './facts/questions.ts';
import { linkFold } from './facts/state.ts';

const onLink = on({
  fold: linkFold,
  key: ({ learner, other }: { readonly learner: string; readonly other: string }) =>
    linkKey(learner, other),
  answer: receipt,
});

/**
 * Links between learner ids that belong to one person. D3.
 *
 * @example
 * must(await linkService(session).link({ learner: 'l-7', other: 'l-2', signer: 'p-5' }));
 */
export const linkService = service({
  /**
   * Records that two learner ids belong to one person; each id keeps its own records.
   * Refuses `learner-unknown`, `linked-already`, `office-not-entitled`, `not-appointed`,
   * `office-not-named`, `act-out-of-order`, `dated-ahead`, `regulation-missing`. D3, R2 §3.2.
   */
  link: onLink(linkLearners, { context: readLink, decide: decideLink }),

  /**
   * Records that two linked ids belong to two persons after all.
   * Refuses `not-linked`, `office-not-entitled`, `not-appointed`, `office-not-named`,
   * `act-out-of-order`, `dated-ahead`, `regulation-missing`. D3, R2 §3.2.
   */
  unlink: onLink(unlinkLearners, { context: readLink, decide: decideUnlink }),
});
