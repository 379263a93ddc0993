import { readDayOf } from '../../acting/context.ts';
import { on } from '../../acting/on.ts';
import type { Receipt } from '../../acting/receipt.ts';
import { receipt, streamId } from '../../acting/receipt.ts';
import { service } from '../../acting/service.ts';
import {
  annulCommendationEntry,
  orderCommendation,
  presentCommendation,
  proposeCommendation,
  publishCommendation,
  revokeCommendation,
} from './commands.ts';
import { readCommendationAnnulment, readConsents, readOrderBy, readProposal } from './context.ts';
import { decideAnnulCommendationEntry } from './decide-entry.ts';
import {
  decideOrderCommendation,
  decidePresentCommendation,
  decideProposeCommendation,
  decidePublishCommendation,
  decideRevokeCommendation,
} from './decide.ts';
import { commendationFold } from './facts/state.ts';

/** The receipt of a commendation's command. */
export interface CommendationReceipt extends Receipt {
  /** The commendation's id, for later commands. */
  readonly commendation: string;
}

const onCommendation = on({
  fold: commendationFold,
  key: ({ commendation }: { readonly commendation: string }) => [commendation],
  answer: (outcome): CommendationReceipt => ({
    ...receipt(outcome),
    commendation: streamId(outcome),
  }),
});

/**
 * Commendations: proposed, ordered, presented, published, revoked. D14, R1 §5.
 *
 * @example
 * const { commendation } = must(await commendationService(session).propose({ learner: 'l-1',
 *   basis: 'petition', proposedBy: { body: 'ООО «Лучик»' }, on: '2026-12-01' }));
 */
export const commendationService = service({
  /**
   * Proposes to commend a learner for documented success, for practice, or on a petition. The
   * receipt's `commendation` is its id.
   * Refuses `already-exists`, `learner-unknown`, `enrollment-of-another`,
   * `commendation-basis-unknown`, `commendation-area-unknown`, `success-undocumented`. D14, R1
   * §5.1.
   */
  propose: onCommendation.begin(proposeCommendation, {
    context: readProposal,
    decide: decideProposeCommendation,
  }),

  /**
   * Orders a proposed commendation of one of the regulation's kinds. The order is the command's
   * ground.
   * Refuses `commendation-unknown`, `commendation-ordered-already`, `commendation-kind-unknown`,
   * `order-required`, `not-appointed`. D14, R1 §5.2-5.3.
   */
  order: onCommendation(orderCommendation, {
    context: (session, { orderedBy, on: day }, command) =>
      readOrderBy(session, orderedBy, day, command),
    decide: decideOrderCommendation,
  }),

  /**
   * Records that an ordered commendation was presented to the learner.
   * Refuses `commendation-not-ordered`, `commendation-presented-already`, `commendation-revoked`.
   * D14.
   */
  present: onCommendation(presentCommendation, {
    context: readDayOf,
    decide: decidePresentCommendation,
  }),

  /**
   * Records that the order was published in a place, because that needs a consent in force that
   * day.
   * Refuses `commendation-not-ordered`, `commendation-published-already`,
   * `publication-consent-missing`. D14, R1 §5.3.
   */
  publish: onCommendation(publishCommendation, {
    context: readConsents,
    decide: decidePublishCommendation,
  }),

  /**
   * Revokes an ordered commendation, by order where the regulation asks for an order to commend.
   * Refuses `commendation-not-ordered`, `commendation-irrevocable`, `order-required`,
   * `entry-contradicted`, `not-appointed`. D14.
   */
  revoke: onCommendation(revokeCommendation, {
    context: (session, { revokedBy, on: day }, command) =>
      readOrderBy(session, revokedBy, day, command),
    decide: decideRevokeCommendation,
  }),

  /**
   * Annuls a step that was entered in error; enter it anew where it has another day or value. A
   * step on which others rest is annulled after them, and the order after the items of the
   * learner's portfolio that show it and the results of its enrollment that count it. An order that
   * ends from a day is revoked.
   * Refuses `commendation-unknown`, `entry-unknown`, `entry-annulled-already`, `entry-rested-on`,
   * `reason-missing`, `not-appointed`, `office-not-entitled`. D14, RK 1.8.
   */
  annulEntry: onCommendation(annulCommendationEntry, {
    context: readCommendationAnnulment,
    decide: decideAnnulCommendationEntry,
  }),
});
