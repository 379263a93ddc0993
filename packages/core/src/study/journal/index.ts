/*
 * A journal: the lessons of a group in one module and study year, with attendance. D5, R2 §2.2-2.3,
 * R5 §4.3-4.6. Marks given in a lesson are events of the enrollments.
 *
 * Stream: `<org>.journal-<group>.<module>.<studyYear>`.
 * Events: LessonHeld, LessonCorrected, LessonAnnulled; and the three of its archival status
 * (record/).
 * Commands: hold a lesson: its teacher holds one of `lessons.teacherOffices`. Correct its entry:
 * signed in one of `correction.signerOffices`. Annul it: signed in one of
 * `correction.annulmentOffices`.
 * Rules: decide.ts (kinds, attendance codes, annulment), decide-correction.ts. The study year of a
 * day, and what an archive transfer needs to know: facts/questions.ts.
 * Read: facts/events.ts, facts/state.ts, commands.ts, decide.ts, decide-correction.ts, service.ts.
 */
export type { LessonReceipt } from './service.ts';
export { journalService } from './service.ts';
