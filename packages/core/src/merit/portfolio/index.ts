/*
 * A learner's or a group's portfolio: items on paper or digital, whose bytes are stored outside the
 * log.
 * Stream: `<org>.portfolio-learner.<learner>` or `<org>.portfolio-group.<group>`.
 * Events: PortfolioItemAdded, GroupPortfolioItemAdded, PortfolioItemRemoved;
 * PortfolioEntryAnnulled and GroupPortfolioEntryAnnulled annul one of them.
 * Commands: add (`keeperOffices` of the section `portfolio`; the learner or a representative where
 * `learnerMayAdd`), remove (`keeperOffices`), annul (in one of `correction.entryOffices`).
 * Rules: who may add what in `decide.ts`; annulments in `decide-entry.ts`; how bytes are
 * checked in `facts/questions.ts` (`checkContent`).
 * Sources: D13, R1 §4/5.8, R3 §3.4, R5 §4.8-4.9.
 * Read `facts/` (events, state, questions) first, then commands, refusals, decide, service.
 */
export { portfolioService } from './service.ts';
export type { PortfolioReceipt } from './service.ts';
