/*
 * A commendation of a learner: proposed, ordered, presented, published, perhaps revoked.
 * Stream: `<org>.commendation-<id>`.
 * Events: CommendationProposed, CommendationOrdered, CommendationPresented, CommendationPublished,
 * CommendationRevoked; CommendationEntryAnnulled annuls one of them.
 * Commands: propose, present and publish (anybody who acts for the organisation), order and revoke
 * (`orderOffices` of the section `commendation`, by an order where it says so), annul
 * (in one of `correction.entryOffices`).
 * Rules: `decide.ts`; annulments, `decide-entry.ts`; kinds, bases and areas are in the
 * section. Publication needs a consent in force on the day.
 * Sources: D14, R1 §5, R4 §4.8, R5 §3.3.
 * Read `facts/` (events, state, questions) first, then commands, refusals, decide, service.
 */
export { commendationService } from './service.ts';
export type { CommendationReceipt } from './service.ts';
