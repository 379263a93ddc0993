/*
 * The kept copy of a contest's protocol: evidence of many learners' and collectives' achievements.
 * Stream: `<org>.contest-<id>`. Events: ContestProtocolKept; ContestEntryAnnulled annuls it.
 * Commands: keepProtocol (`keeperOffices` of the section `portfolio`), annulEntry (in one of
 * `correction.entryOffices`).
 * Rules: decide.ts; the copy as a document in `facts/questions.ts`.
 * Sources: R3 §3.4, §3.6, RK §2.
 * Read `facts/` (events, state, questions) first, then commands, refusals, decide, service.
 */
export { contestService } from './service.ts';
