/*
 * The life of an enrollment: from enrolling to completion or discharge. D4, R1 §3.2, R2 §1.5.
 *
 * Stream: `<org>.enrollment-<learner>.<programme>.<n>`.
 * Events: Enrolled, StudyStarted, Transferred, Suspended, Reinstated, Completed, Discharged.
 * Commands: enroll, start study, transfer, suspend, reinstate, complete, discharge: any sender; the
 * acts in `enrollment.orderFor` need an order with number and date as their ground.
 * Rules: what all acts share, decide-life.ts; enrolling, decide-enroll.ts; the number of an
 * enrollment, `enrollFirstFree` in service.ts; mandatory results, decide-completion.ts; the rest,
 * decide-movement.ts.
 * Read: ../facts/life-events.ts, ../facts/questions.ts, commands.ts, decide-life.ts, the other
 * decisions, service.ts.
 */
export type { EnrolledReceipt } from './service.ts';
export { enrollmentService } from './service.ts';
