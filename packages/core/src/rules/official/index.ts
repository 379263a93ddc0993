/*
 * An official: a person, their name, and the offices to which they are appointed.
 *
 * Stream: `<org>.official-<person>`. The name is personal.
 * Events (facts/events.ts): OfficialAppointed, OfficialRelieved, OfficialNamed.
 * Commands (commands.ts): appoint, relieve, rename. Any sender may enter them; where
 *   `general.orderFor` of the regulation lists `appoint` or `relieve`, the ground must be an order.
 * Rules: decide.ts. Which offices a person holds on a day: `appointmentOn` in facts/questions.ts.
 *   Who may sign an act is checked for all aggregates in acting/signer.ts; which offices may is
 *   said by the section of the regulation that the act belongs to.
 * Source: D1, R2 §3.2.
 * Read: facts/events, facts/state, facts/questions, commands, decide, service.
 */
export { officialService } from './service.ts';
