/*
 * A link: two learner ids that belong to one person, who was registered twice or came from two
 * systems. No record is moved, so a link can be undone.
 *
 * Stream: `<org>.link-<a>.<b>`, both ids in plain string order.
 * Events (facts/events.ts): LearnersLinked, LearnersUnlinked; LinkEntryAnnulled
 *   annuls either.
 * Commands (commands.ts): link, unlink. The signer holds one of `archive.handOverOffices` of the
 *   regulation: the officials who are responsible for the records. annul and correct put an entry
 *   right; the signer holds one of `correction.entryOffices`.
 * Rules: decide.ts, decide-entry.ts. Which ids belong to one person on a day: `linkedLearners` in
 *   facts/questions.ts.
 * Source: D3, R2 §3.2, RK 1.5, RK 1.8.
 * Read: facts/events, facts/state, facts/questions, commands, decide*, context, service.
 */
export { linkService } from './service.ts';
