import { service } from '../../acting/service.ts';
import { noteNotDone, noteRecord, noteSettled } from './commands.ts';
import { decideNoteNotDone, decideNoteRecord, decideNoteSettled } from './decide-transfer-notes.ts';
import { onTransfer } from './service.ts';

/**
 * What the process `archiveTransfer` notes in a transfer. Applications do not send these commands.
 * D18.
 */
export const transferNotesService = service({
  /**
   * Notes that a record was handed over and closed to change, because the act lists only such
   * records.
   * Refuses `transfer-unknown`, `record-not-listed`, `record-not-outstanding`. D18.
   */
  record: onTransfer(noteRecord, { decide: decideNoteRecord }),

  /**
   * Notes why a record refused a step, which is then no longer owed.
   * Refuses `transfer-unknown`, `record-not-listed`, `record-not-outstanding`. D18.
   */
  notDone: onTransfer(noteNotDone, { decide: decideNoteNotDone }),

  /**
   * Notes that a record was closed after acceptance, or returned after a refusal.
   * Refuses `transfer-unknown`, `record-not-listed`, `record-not-to-settle`. D18.
   */
  settled: onTransfer(noteSettled, { decide: decideNoteSettled }),
});
