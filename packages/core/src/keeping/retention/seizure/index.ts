/*
 * Carriers that an authority took away by an act of seizure, and how that ended.
 * Stream: `<org>.retention-main`, so that the holds are placed by the same act.
 * Events: CarriersSeized with a HoldPlaced for each record; SeizureEnded with the HoldLifted of
 * what came back; RetentionEntryAnnulled annuls what one command entered, by
 * `retention.annulEntry`.
 * Commands: seize and end (`seizureOffices` of the section `presence`).
 * Rules: `decide.ts`; where a carrier is in `../facts/presence-questions.ts`.
 * Source: RK 4 no. 10.
 * Read `facts/` (events, state, questions) first, then commands, refusals, decide, service.
 */
export { seizureService } from './service.ts';
