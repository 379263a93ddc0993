/*
 * A group of learners in one programme, with its planned assessments. D2.
 *
 * Stream: `<org>.group-<group>`.
 * Events: GroupOpened, AssessmentPlanned, PlannedAssessmentDropped, RequirementsAnnounced,
 * GroupClosed.
 * Commands: open, plan and drop assessments, close: any sender. Announce the requirements of
 * attestation: a teacher (`lessons.teacherOffices`, R2 §1.5).
 * Rules: decide.ts. Who is in a group is a fact of the enrollments: study/enrollment.
 * Read: facts/events.ts, facts/state.ts, commands.ts, decide.ts, service.ts.
 */
export { groupService } from './service.ts';
