/*
 * Wordings and rules of acts that the library prints or follows: which of them were compared with
 * the act, by whom, on which day and with which publication.
 * Stream: `<org>.law-main`.
 * Events: WordingConfirmed; LawEntryAnnulled annuls it.
 * Commands: confirm (`general.wordingOffices`, by an order where `general.orderFor` names
 * `confirm-wording`); annulEntry (`correction.entryOffices`), by an order likewise.
 * Rules: decide.ts; how a wording stands in `facts/questions.ts`; the wordings themselves, with
 * their sources and evidence, in `values/law`.
 * Sources: order 1324 of 10.12.2013; 273-FZ art. 58; order 582 of 21.07.2022; RK 1.8.
 * Read `facts/` (events, state, questions) first, then commands, refusals, decide, service.
 */
export { lawService } from './service.ts';
