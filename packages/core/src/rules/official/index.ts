/*
 * An official: a person, their name, and the offices to which they are appointed.
 *
 * Stream: `<org>.official-<person>`. The name is personal.
 * Events (facts/events.ts): OfficialAppointed, OfficialRelieved, OfficialNamed;
 *   OfficialEntryAnnulled annuls any of them.
 * Commands (commands.ts): appoint, relieve, rename. Any sender may enter them; where
 *   `general.orderFor` of the regulation lists `appoint` or `relieve`, the ground must be an order.
 *   annul and correct put an entry right; the signer holds one of `correction.entryOffices`, and
 *   the ground must be an order where the entry needed one.
 * Rules: decide.ts; entries may be entered late and count by their days; decide-entry.ts puts them
 *   right. What was signed in an office is in other streams and is not read.
 *   Which offices a person holds on a day: `appointmentOn` in facts/questions.ts.
 *   Who may sign an act is checked for all aggregates in acting/signer.ts; which offices may is
 *   said by the section of the regulation that the act belongs to.
 * Source: D1, R2 §3.2, RK 1.5, RK 1.8.
 * Read: facts/events, facts/state, facts/questions, commands, decide*, context, service.
 */
export { officialService } from './service.ts';
