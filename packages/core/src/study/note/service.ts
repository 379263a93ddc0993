import { readSignedAct } from '../../acting/context.ts';
import { keyedBy } from '../../acting/keyed-by.ts';
import { on } from '../../acting/on.ts';
import { service } from '../../acting/service.ts';
import { annulNoteEntry, readNote, writeNote } from './commands.ts';
import { readWriting } from './context.ts';
import { decideAnnulNoteEntry, decideReadNote, decideWriteNote } from './decide.ts';
import { noteFold } from './facts/state.ts';

const onNote = on({ fold: noteFold, ...keyedBy('note') });

/**
 * Analytical notes on what diagnostics and monitoring found: who wrote one, about whom or which
 * group, and who has read it. They are for teachers. R1 §4/5.5.1, R4 §4.2.
 *
 * @example
 * const { id: note } = must(await noteService(session).write({ about: { group: 'm-1' },
 *   title: 'Техника чтения, октябрь', locator: 'папка 2-7', signer: 'p-9', on: '2026-10-30' }));
 * must(await noteService(session).read({ note, signer: 'p-2', on: '2026-11-02' }));
 */
export const noteService = service({
  /**
   * Records that an analytical note was written, and where it is kept.
   * Refuses `already-exists`, `learner-unknown`, `group-unknown`, `not-appointed`,
   * `office-not-entitled`. R1 §4/5.5.1, R4 §4.2.
   */
  write: onNote.create(writeNote, { context: readWriting, decide: decideWriteNote }),

  /**
   * Records that somebody has read a note, which is for teachers.
   * Refuses `note-unknown`, `note-read-already`, `act-out-of-order`, `not-appointed`,
   * `office-not-entitled`. R4 §4.2.
   */
  read: onNote(readNote, { context: readSignedAct, decide: decideReadNote }),

  /**
   * Annuls the writing or a reading of a note that was entered in error; a writing after the
   * readings of it.
   * Refuses `entry-unknown`, `entry-annulled-already`, `entry-rested-on`, `reason-missing`,
   * `not-appointed`, `office-not-entitled`. RK 1.8.
   */
  annulEntry: onNote(annulNoteEntry, { context: readSignedAct, decide: decideAnnulNoteEntry }),
});
