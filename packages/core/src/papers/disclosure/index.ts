/*
 * One case of disclosure of information about learners: an application or demand with its answer,
 * information given in the course of study, or a publication.
 * Stream: `<org>.disclosure-<id>`.
 * Events: DisclosureAsked, AnswerPutOff, DisclosureGranted, DisclosureRefused, InformationGiven,
 * ResultsPublished, PublicationWithdrawn; DisclosureEntryAnnulled and PublicationEntryAnnulled
 * annul any of them.
 * Commands: ask (anybody); putOff, grant, refuse and give (`decisionOffices` of the section
 * `disclosure`); tell (`inStudyOffices`); publish and withdrawPublication (`publication.offices`);
 * annulEntry (`correction.entryOffices`).
 * Rules: who is entitled, on which basis, in `decide-entitlement.ts`; the answer in
 * `decide-application.ts`; publication in `decide-publication.ts`; annulling in
 * `decide-put-right.ts`; terms of answer in
 * `facts/questions.ts`.
 * Sources: D16, R1 §6, R3 §4.2, §4.4, R5 §6, 152-FZ art. 10.1, 14, 59-FZ art. 12.
 * Read `facts/` (events, state, questions) first, then commands, refusals, decide, service.
 */
export { disclosureService } from './service.ts';
