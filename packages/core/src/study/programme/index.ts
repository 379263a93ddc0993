/*
 * A programme: what is taught, in which modules, and on which scales it is marked. D2.
 *
 * Stream: `<org>.programme-<programme>`.
 * Events: ProgrammeOpened, ModuleAdded, ScaleChosen, PlannedResultSet, TargetGuidelineSet,
 * ProgrammeClosed.
 * Commands: open, add a module, set a planned result or a target guideline, close: any sender.
 * Choose a scale: a teacher (`lessons.teacherOffices`), where `scales.chosenBy` is `teacher` (R3
 * §1.5).
 * Rules: decide.ts. Module, kind and form known to programme and edition: facts/questions.ts. The
 * scale of a module on a day: `scaleOn` in facts/state.ts. Hours by programme type: `general` (D2,
 * R4 §4.1).
 * Read: facts/events.ts, facts/state.ts, facts/questions.ts, commands.ts, decide.ts, service.ts.
 */
export { programmeService } from './service.ts';
