/*
 * Whether the carriers of records are in place: checks, searches, acts of non-discovery, copies
 * restored from the log.
 * Stream: `<org>.retention-main`, so that what is sought is not released for destruction.
 * Events: PresenceChecked, CarrierReported, CarrierFound, NonDiscoveryApproved, CopyRestored;
 * RetentionEntryAnnulled annuls each, by `retention.annulEntry`.
 * Commands: check, report, found (`checkOffices` of the section `presence`); approveNonDiscovery
 * (`approvalOffices`); restoreCopy (`copyOffices`).
 * Rules: `decide-check.ts`, `decide-search.ts`; where a carrier is in
 * `../facts/presence-questions.ts`.
 * Sources: R4 §6.6, RK 4 no. 3.
 * Read `facts/` (events, state, questions) first, then commands, refusals, decide, service.
 */
export { presenceService } from './service.ts';
