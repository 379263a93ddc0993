/*
 * Retention: holds, decisions that a carrier is no longer needed, and releases for destruction.
 * Stream: `<org>.retention-main`, one for the organisation, so that a hold and a release cannot
 * overlook each other.
 * Events: HoldPlaced, HoldLifted, NoLongerNeeded, PermanentListsApproved, any annulled by
 * RetentionEntryAnnulled, and so is what `presence/` and `seizure/` enter in the same stream;
 * CarrierReleased, annulled by CarrierReleaseAnnulled; RecordReleased.
 * Commands, by the section `retention`: hold and lift (`holdOffices`), endNeed (`needOffices`),
 * approvePermanentLists (the offices of its `approvals`); annulEntry (`correction.entryOffices`).
 * Releases are sent by the process `processes/acts`.
 * Rules: `decide-hold.ts`, `decide-release.ts`, `decide-put-right.ts`; terms of keeping, their
 * start and end, and holds on a day are in `facts/questions.ts`. Acts of destruction are in
 * `keeping/act`.
 * Whether a carrier is in place is in `presence/`, what an authority took away in `seizure/`.
 * Sources: D19, R1 §7.4, R2 §3.3-3.5, R4 §6.4, 125-FZ.
 * Read `facts/` (events, state, questions) first, then commands, refusals, decide, service.
 */
export { releaseService } from './release-service.ts';
export { retentionService } from './service.ts';
