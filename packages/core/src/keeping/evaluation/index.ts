/*
 * Indicators of a year's self-evaluation that cannot be computed from events of learning.
 * Stream: `<org>.evaluation-<year>`.
 * Events: IndicatorEntered; IndicatorEntryAnnulled annuls it.
 * Commands: enterIndicator (anybody who acts for the organisation), for the annex of the
 * organisation's kind (`facts/questions.ts`) or the one that the section `general` names;
 * annulEntry (`correction.entryOffices`).
 * Rule: `decide.ts`; the formats of year, annex and number are in `commands.ts`.
 * Sources: P10, orders 462 of 14.06.2013 and 1324 of 10.12.2013.
 * Read `facts/` (events, state, questions) first, then commands, refusals, decide, service.
 */
export { evaluationService } from './service.ts';
