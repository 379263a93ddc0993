/*
 * An analytical note: what diagnostics and monitoring found about a learner, a group or the
 * organisation. The note itself is kept outside the log; who wrote and who read it is on record.
 * Stream: `<org>.note-<id>`. Events: LearnerNoteWritten, NoteWritten, NoteRead; NoteEntryAnnulled
 * annuls one of them.
 * Commands: write (`analyticalNotes.authorOffices` of the section `assessment`), read
 * (`analyticalNotes.readerOffices`), annulEntry (in one of `correction.entryOffices`).
 * Rules: decide.ts. Neither a learner nor a representative is shown a note.
 * Sources: R1 §4/5.5.1, R4 §4.2, RK §2.
 * Read `facts/` (events, state) first, then commands, refusals, decide, service.
 */
export { noteService } from './service.ts';
