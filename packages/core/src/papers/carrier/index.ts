/*
 * Decisions on which optional carriers of the record (an album, an analytical note) are kept.
 * Stream: `<org>.carrier-<id>`, or `<org>.carrier-<id>.<group>` for one group.
 * Events: CarrierDecided; CarrierEntryAnnulled annuls it.
 * Commands: decide (the office that the carrier's rule in the section `carriers` names, otherwise
 * `head`; for a group, its teacher); annulEntry (`correction.entryOffices`).
 * Rules: the decisions in `decide.ts`; whether a carrier is kept on a day in `facts/questions.ts`
 * and `facts/reading.ts`. Mandatory carriers need no decision.
 * Sources: D1, R1 §4/5.6, R3 §3.4, R5 §4.3.4.
 * Read `facts/` (events, state, questions) first, then commands, refusals, decide, service.
 */
export { carrierService } from './service.ts';
