import { readSignedAct } from '../../acting/context.ts';
import { warnOfLinked } from '../../acting/linked-warning.ts';
import { on } from '../../acting/on.ts';
import { correctedReceipt, receipt } from '../../acting/receipt.ts';
import { service } from '../../acting/service.ts';
import type { Session } from '../../acting/session.ts';
import { warned } from '../../acting/warned.ts';
import { annulLinkEntry, correctLinkEntry, linkLearners, unlinkLearners } from './commands.ts';
import { readLink, readLinkCorrection } from './context.ts';
import { decideAnnulLinkEntry, decideCorrectLinkEntry } from './decide-entry.ts';
import { decideLink, decideUnlink } from './decide.ts';
import { linkKey } from './facts/questions.ts';
import { linkFold } from './facts/state.ts';

const onLink = on({
  fold: linkFold,
  key: ({ learner, other }: { readonly learner: string; readonly other: string }) =>
    linkKey(learner, other),
  answer: receipt,
});

const ofLinked = (session: Session, { learner }: { readonly learner: string }) =>
  warnOfLinked(session, learner);

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
   * `office-not-named`, `dated-ahead`, `regulation-missing`.
   * Warns of `linked-not-closed`. D3, R2 §3.2, RK 1.10.
   */
  link: warned(onLink(linkLearners, { context: readLink, decide: decideLink }), ofLinked),

  /**
   * Records that two linked ids belong to two persons after all.
   * Refuses `not-linked`, `office-not-entitled`, `not-appointed`, `office-not-named`,
   * `dated-ahead`, `regulation-missing`. D3, R2 §3.2.
   */
  unlink: onLink(unlinkLearners, { context: readLink, decide: decideUnlink }),

  /**
   * Annuls a linking or unlinking from the start: it counts as if it had never been made. An
   * unlinking that would end nothing is annulled with its linking.
   * Refuses `entry-unknown`, `entry-annulled-already`, `reason-missing`, `office-not-entitled`,
   * `not-appointed`, `office-not-named`, `dated-ahead`, `regulation-missing`.
   * Warns as `link` does. RK 1.8.
   */
  annul: warned(
    onLink(annulLinkEntry, { context: readSignedAct, decide: decideAnnulLinkEntry }),
    ofLinked,
  ),

  /**
   * Corrects the day, the reason or the paper of a linking or unlinking, which is annulled and
   * replaced. The answer's `replacedBy` is the event id of the entry in its place.
   * Refuses as `annul` and as the command of the entry do, and `entry-unchanged`, `entry-erased`,
   * `entry-rested-on`. Warns as `link` does. RK 1.8, RK 1.5.
   */
  correct: warned(
    onLink.answering(correctLinkEntry, {
      context: readLinkCorrection,
      decide: decideCorrectLinkEntry,
      answer: correctedReceipt,
    }),
    ofLinked,
  ),
});
