import { readActBy, readSignedAct } from '../../acting/context.ts';
import { keyedBy } from '../../acting/keyed-by.ts';
import { on } from '../../acting/on.ts';
import type { Receipt } from '../../acting/receipt.ts';
import { receipt, streamId } from '../../acting/receipt.ts';
import { service } from '../../acting/service.ts';
import { annulReplenishment, replenishBank } from './bank/commands.ts';
import { decideAnnulReplenishment, decideReplenishBank } from './bank/decide.ts';
import { bankFold } from './bank/facts/state.ts';
import {
  annulAchievement,
  annulAchievementEntry,
  evidenceAchievement,
  recordAchievement,
  verifyAchievement,
} from './commands.ts';
import {
  readAchievementAnnulment,
  readAchievementContext,
  readEvidence,
  readWholeAnnulment,
} from './context.ts';
import { decideAnnulAchievementEntry } from './decide-entry.ts';
import { decideEvidenceAchievement } from './decide-evidence.ts';
import {
  decideAnnulAchievement,
  decideRecordAchievement,
  decideVerifyAchievement,
} from './decide.ts';
import { achievementFold } from './facts/state.ts';

/** The receipt of an achievement's command. */
export interface AchievementReceipt extends Receipt {
  /** The achievement's id, for later commands. */
  readonly achievement: string;
}

const onAchievement = on({
  fold: achievementFold,
  key: ({ achievement }: { readonly achievement: string }) => [achievement],
  answer: (outcome): AchievementReceipt => ({
    ...receipt(outcome),
    achievement: streamId(outcome),
  }),
});

const onBank = on({ fold: bankFold, ...keyedBy('bank') });

/**
 * Achievements of learners, groups and the institution, and the banks that collect them. D12, R3
 * §3.
 *
 * @example
 * const { achievement } = must(await achievementService(session).record({
 *   participants: [{ learner: 'l-1' }], kind: 'olympiad', event: 'Олимпиада по физике',
 *   internal: false, level: 'regional', outcome: 'winner', on: '2026-11-14' }));
 */
export const achievementService = service({
  /**
   * Records what was achieved, by whom, and the documents that show it, because banks and
   * portfolios are filled from it. The receipt's `achievement` is its id.
   * Refuses `already-exists`, `learner-unknown`, `enrollment-of-another`, `group-unknown`,
   * `achievement-word-unknown`. D12, R3 §3.1, §3.4.
   */
  record: onAchievement.begin(recordAchievement, {
    context: readAchievementContext,
    decide: decideRecordAchievement,
  }),

  /**
   * Adds a document that shows an achievement: a participant's, or the group's or institution's. A
   * kept copy of a contest's protocol is one for as many as it names.
   * Refuses `achievement-unknown`, `achievement-annulled`, `achievement-of-another`,
   * `evidence-misplaced`, `evidence-not-missing`, `contest-protocol-unknown`, `act-out-of-order`.
   * D12, R3 §3.4, §3.6.
   */
  evidence: onAchievement(evidenceAchievement, {
    context: readEvidence,
    decide: decideEvidenceAchievement,
  }),

  /**
   * Records that an official verified an achievement, because only a verified one may be the basis
   * of a mark or a credit.
   * Refuses `evidence-missing`, `achievement-annulled`, `not-appointed`, `office-not-entitled`.
   * D12, R3 §3.6.
   */
  verify: onAchievement(verifyAchievement, {
    context: (session, { verifiedBy, on: day }) => readActBy(session, verifiedBy, day),
    decide: decideVerifyAchievement,
  }),

  /**
   * Annuls an achievement that was recorded in error, after the results, credits and portfolio
   * items that rest on it. What was recorded stays in the history.
   * Refuses `achievement-unknown`, `achievement-annulled`, `act-out-of-order`, `not-appointed`,
   * `office-not-entitled`, `entry-rested-on`. D12, R3 §1.4.
   */
  annul: onAchievement(annulAchievement, {
    context: readWholeAnnulment,
    decide: decideAnnulAchievement,
  }),

  /**
   * Annuls a document or a verification that was entered in error; enter it anew where it has
   * another day or value. A document is annulled after the verification that needs it, and a
   * verification after the results that rest on it. Any other entry goes with the achievement.
   * Refuses `achievement-unknown`, `achievement-annulled`, `entry-unknown`,
   * `entry-annulled-already`, `entry-of-another-kind`, `entry-rested-on`, `reason-missing`,
   * `not-appointed`, `office-not-entitled`. D12, RK 1.8.
   */
  annulEntry: onAchievement(annulAchievementEntry, {
    context: readAchievementAnnulment,
    decide: decideAnnulAchievementEntry,
  }),

  /**
   * Records that a bank was replenished for the period that ends on `due`, so that a missed one is
   * reported as overdue.
   * Refuses `bank-unknown`, `replenishment-not-due`, `replenished-too-early`,
   * `bank-replenished-already`, `not-appointed`. D12, R3 §3.5.
   */
  replenish: onBank(replenishBank, {
    context: (session, { replenishedBy, on: day }) => readActBy(session, replenishedBy, day),
    decide: decideReplenishBank,
  }),

  /**
   * Annuls a replenishment that was entered in error: the period is open again.
   * Refuses `entry-unknown`, `entry-annulled-already`, `reason-missing`, `not-appointed`,
   * `office-not-entitled`. R3 §3.5, RK 1.8.
   */
  annulReplenishment: onBank(annulReplenishment, {
    context: readSignedAct,
    decide: decideAnnulReplenishment,
  }),
});
