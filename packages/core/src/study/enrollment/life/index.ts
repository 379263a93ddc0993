/*
 * The life of an enrollment: from enrolling to completion or discharge. D4, R1 §3.2, R2 §1.5.
 *
 * Stream: `<org>.enrollment-<learner>.<programme>.<n>`.
 * Events: Enrolled, StudyStarted, Transferred, Suspended, Reinstated, Completed, Discharged, and
 * EnrollmentEntryAnnulled about any of them.
 * Commands: enroll, start study, transfer, suspend, reinstate, complete, discharge: any sender; the
 * acts in `enrollment.orderFor` need an order with number and date as their ground. annul and
 * correct a step: the offices in `correction.entryOffices`, by an order where the step needed one.
 * Rules: what all acts share, decide-life.ts; which sequence of steps is possible, `misfitsIn` in
 * ../facts/life-questions.ts; enrolling, decide-enroll.ts; the number of an enrollment,
 * `enrollFirstFree` in service.ts; mandatory results, decide-completion.ts; reasons of discharge,
 * decide-discharge.ts; the rest, decide-movement.ts. Annulling, decide-annul.ts; correcting,
 * decide-correct.ts; what a change of steps does to the rest, decide-change.ts.
 * Read: ../facts/life-events.ts, ../facts/questions.ts, commands.ts, decide-life.ts, the other
 * decisions, service.ts.
 */
export type { EnrolledReceipt } from './receipt.ts';
export { enrollmentService } from './service.ts';
