import type * as z from 'zod';
import { readActDay } from '../../acting/act-day.ts';
import { on } from '../../acting/on.ts';
import type { Receipt } from '../../acting/receipt.ts';
import { receipt } from '../../acting/receipt.ts';
import { customOperation, service } from '../../acting/service.ts';
import type { Session } from '../../acting/session.ts';
import type { Outcome } from '../../kernel/command-handler.ts';
import type { ReceivedCommand } from '../../kernel/command.ts';
import { streamKey } from '../../kernel/event.ts';
import { knowsCommand } from '../../kernel/fold-cache.ts';
import type { Result } from '../../kernel/refusal.ts';
import { deriveId } from '../../kernel/uuid.ts';
import {
  addFileDocument,
  annulFileEntry,
  certifyFilePart,
  closeFile,
  correctInventoryLine,
  openFile,
  openFilePart,
  removeFileDocument,
} from './commands.ts';
import {
  readAnnulment,
  readDocument,
  readFileAct,
  readLineCorrection,
  refuseUnlessMayOpen,
} from './context.ts';
import { decideCorrectInventoryItem, decideRemoveDocument } from './decide-inventory.ts';
import { decideCertifyPart, decideOpenPart } from './decide-part.ts';
import { decideAnnulFileEntry } from './decide-put-right.ts';
import { decideAddFileDocument, decideCloseFile, decideOpenFile } from './decide.ts';
import { fileFold } from './facts/state.ts';
import { readReleases } from './number/context.ts';
import { decideTakeNumber, fileNumberKey } from './number/decide.ts';
import { fileNumberFold } from './number/facts/state.ts';
import { fileStillOpen } from './refusals.ts';

/** The receipt of a file's command. */
export interface FileReceipt extends Receipt {
  readonly file: string;
}

/** Makes the receipt of a file's command. */
export const fileReceipt = (outcome: Outcome): FileReceipt => ({
  ...receipt(outcome),
  file: streamKey(outcome.stream).join('.'),
});

const onFile = on({
  fold: fileFold,
  key: ({ file }: { readonly file: string }) => [file],
  answer: fileReceipt,
});

/**
 * Personal files of learners: opened, filled item by item and part by part, closed. A learner has
 * one open file at a time, and a number is used once. D17.
 *
 * @example
 * const { file } = must(await fileService(session).open({ learner: 'l-1',
 *   number: '02-11/2026-1', on: '2026-09-01' })); // file: 'l-1.1'
 */
export const fileService = service({
  /**
   * Opens a personal file under a number. The receipt's `file` is its id, `<learner>.<n>`.
   * Refuses `file-still-open`, `file-number-taken`, `learner-unknown`, `dated-ahead`. D17.
   */
  open: customOperation(openFile, openFirstFree),

  /**
   * Adds a document to the inventory. The receipt's `item` is the number of its inventory item.
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
   * Records that a document was removed from the file by an act. Its inventory item stays.
   * Refuses `removal-act-missing`, `inventory-line-unknown`, `document-removed`,
   * `office-not-entitled`, `not-appointed`. D17, R2 §3.2.
   */
  removeDocument: onFile(removeFileDocument, {
    context: readFileAct,
    decide: decideRemoveDocument,
  }),

  /**
   * Corrects an inventory item. What it said before stays in the history. Once the archive has the
   * file, it goes by order. RK 1.9.
   * Refuses `inventory-line-unknown`, `document-removed`, `file-part-certified`,
   * `record-handed-over`, `order-required`, `ground-place-missing`, `office-not-entitled`,
   * `not-appointed`. D17.
   */
  correctLine: onFile(correctInventoryLine, {
    context: readLineCorrection,
    decide: decideCorrectInventoryItem,
  }),

  /**
   * Certifies the sheets of the current part, so that it takes no more documents.
   * Refuses `file-part-certified`, `sheets-miscounted`, `act-out-of-order`,
   * `office-not-entitled`, `not-appointed`. D17.
   */
  certifyPart: onFile(certifyFilePart, { context: readFileAct, decide: decideCertifyPart }),

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

  /**
   * Annuls an entry that was made in error: the opening, an item, a removal, a correction, an
   * inscription, a part or the closing; enter it anew where it has another day or value. What rests
   * on it is annulled first, and the number of an annulled item is not given again. Once the
   * archive has the file, it goes by order.
   * Refuses `entry-unknown`, `entry-annulled-already`, `entry-rested-on`, `record-handed-over`,
   * `order-required`, `ground-place-missing`, `reason-missing`, `not-appointed`,
   * `office-not-entitled`. D17, RK 1.8, 1.9.
   */
  annulEntry: onFile(annulFileEntry, { context: readAnnulment, decide: decideAnnulFileEntry }),
});

type Opening = ReceivedCommand<z.output<typeof openFile.schema>>;

/**
 * Opens the learner's next file. It tries the streams n = 1, 2, … and takes the one that already
 * knows the command (which was sent again), or the first of which no opening counts, and passes
 * over what the archive has. Refuses `file-still-open` where it meets an open file.
 */
export async function openFirstFree(
  session: Session,
  opening: Opening,
): Promise<Result<FileReceipt>> {
  const { input } = opening;
  const { learner } = input;
  const usedNumbers: string[] = [];
  for (let n = 1; ; n += 1) {
    /** The file's id, `<learner>.<n>`. */
    const file = `${learner}.${n}`;
    const { state, commands } = await session.load(fileFold, learner, String(n));
    const known = knowsCommand({ commands }, opening.id);
    const { accepted } = state.archival;
    // A file that the archive has is not kept here any more, even if its opening was annulled.
    if ((state.file !== null || accepted) && !known) {
      usedNumbers.push(state.number);
      if (state.closedOn !== null || accepted) continue;
      return { ok: false, refusal: fileStillOpen({ file, number: state.number, learner }) };
    }
    const taken = await takeNumber(session, opening, usedNumbers);
    if (!taken.ok) return taken;
    const opened = await session.handle(opening, {
      fold: fileFold,
      key: [learner, String(n)],
      context: () => refuseUnlessMayOpen(session, input),
      decide: (current) => decideOpenFile(current, { ...input, file }),
      answer: fileReceipt,
    });
    // Somebody opened this one meanwhile: look whether it is still open, and walk on if not.
    if (opened.ok || opened.refusal.code !== fileStillOpen.code) return opened;
    n -= 1;
  }
}

/** Takes the number in its own stream first, under an id that is derived from the command's. */
function takeNumber(
  session: Session,
  opening: Opening,
  usedNumbers: readonly string[],
): Promise<Result<Receipt>> {
  const { hash } = session.handler.store.ports;
  const { input } = opening;
  const command = { ...opening, id: deriveId(opening.id, 'file-number', hash) };
  return session.handle(command, {
    fold: fileNumberFold,
    key: [fileNumberKey(input.number, hash)],
    context: async () =>
      (await refuseUnlessMayOpen(session, input)) ?? (await readReleases(session, input.number)),
    decide: (current, released) => decideTakeNumber(current, input, usedNumbers, released),
    answer: receipt,
  });
}
