import { readActDay } from '../acting/act-day.ts';
import { on } from '../acting/on.ts';
import { byHand, service } from '../acting/service.ts';
import { addFileDocument, closeFile, openFile } from './commands.ts';
import { readDocument, readLineAct } from './context.ts';
import { decideAddFileDocument, decideCloseFile, fileDecider } from './file.ts';
import {
  correctInventoryLine,
  decideCorrectLineOfFile,
  decideRemoveDocument,
  removeFileDocument,
} from './inventory.ts';
import { certifyFilePart, decideCertifyPart, decideOpenPart, openFilePart } from './part.ts';
import { fileReceipt, openFirstFree } from './walk.ts';

const onFile = on({
  fold: fileDecider,
  key: ({ file }: { readonly file: string }) => [file],
  answer: fileReceipt,
});

/**
 * Personal files of learners: opened, kept line by line and part by part, closed. A learner has one
 * open file at a time, and a number is used once. D17.
 *
 * @example
 * const { file } = must(await fileService(session).open({ learner: 'l-1',
 *   number: '02-11/2026-1', on: '2026-09-01' })); // file: 'l-1.1'
 */
export const fileService = service({
  /**
   * Opens a personal file under a number. The answer's `file` names it, `<learner>.<n>`.
   * Refuses `file-still-open`, `file-number-taken`, `learner-unknown`, `dated-ahead`. D17.
   */
  open: byHand(openFile, openFirstFree),

  /**
   * Adds a document to the inventory. The answer's `item` is the number of its line.
   * Refuses `file-closed`, `file-part-certified`, `commendation-unknown`,
   * `commendation-of-another`, `act-out-of-order`. D17, R1 §5.4.
   */
  addDocument: onFile.answering(addFileDocument, {
    context: readDocument,
    decide: decideAddFileDocument,
    answer: (outcome) => {
      const data = outcome.events[0]?.data;
      return { ...fileReceipt(outcome), item: data && 'item' in data ? data.item : 0 };
    },
  }),

  /**
   * Records that a document left the file by an act; its line stays in the inventory.
   * Refuses `removal-act-missing`, `inventory-line-unknown`, `document-removed`,
   * `office-not-entitled`, `not-appointed`. D17, R2 §3.2.
   */
  removeDocument: onFile(removeFileDocument, {
    context: readLineAct,
    decide: decideRemoveDocument,
  }),

  /**
   * Corrects a line of the inventory; what it said before stays in the history.
   * Refuses `inventory-line-unknown`, `document-removed`, `file-part-certified`,
   * `office-not-entitled`, `not-appointed`. D17.
   */
  correctLine: onFile(correctInventoryLine, {
    context: readLineAct,
    decide: decideCorrectLineOfFile,
  }),

  /**
   * Certifies the sheets of the current part, so that it takes no more documents.
   * Refuses `file-part-certified`, `sheets-miscounted`, `act-out-of-order`,
   * `office-not-entitled`, `not-appointed`. D17.
   */
  certifyPart: onFile(certifyFilePart, { context: readLineAct, decide: decideCertifyPart }),

  /**
   * Opens the next part, once the one before it is certified.
   * Refuses `file-part-not-certified`, `file-closed`, `act-out-of-order`. D17.
   */
  openPart: onFile(openFilePart, {
    context: (session, input) => readActDay(session, input.on),
    decide: decideOpenPart,
  }),

  /**
   * Closes the file: nothing is added to it from then on.
   * Refuses `file-unknown`, `file-closed`, `act-out-of-order`. D17.
   */
  close: onFile(closeFile, {
    context: (session, input) => readActDay(session, input.on),
    decide: decideCloseFile,
  }),
});
