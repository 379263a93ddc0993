/*
 * An achievement of learners, of a group or of the institution, which may be the basis of a result.
 * Stream: `<org>.achievement-<id>`.
 * Events: AchievementRecorded, AchievementParticipantNamed, AchievementEvidenced,
 * CollectiveEvidenced, AchievementVerified, AchievementAnnulled (of the whole);
 * AchievementEntryAnnulled annuls a document or a verification.
 * Commands: record and evidence (anybody who acts for the organisation), verify (`verifierOffices`
 * of the section `achievements`), annul (`annulmentOffices`), annul an entry
 * (`correction.entryOffices`); replenish is of the bank, see
 * `bank/`.
 * Rules: what is recorded, evidenced, verified and annulled in `decide.ts` and
 * `decide-entry.ts`; what a result may be
 * based on in `facts/questions.ts` (`refuseUnlessBasisAllowed`).
 * Sources: D12, R3 §1.4, §3, R5 §3.2.2, §4.7.
 * Read `facts/` (events, state, questions) first, then commands, refusals, decide, service.
 */
export { achievementService } from './service.ts';
export type { AchievementReceipt } from './service.ts';
