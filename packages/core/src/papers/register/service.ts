import { readActDay } from '../../acting/act-day.ts';
import { on } from '../../acting/on.ts';
import { service } from '../../acting/service.ts';
import { warned } from '../../acting/warned.ts';
import {
  annulDocument,
  annulDocumentAct,
  correctDocumentAct,
  correctDocumentLine,
  deliverDocument,
  issueDocument,
  receiveDocument,
  withdrawDocument,
} from './commands.ts';
import { readEntryAct, readDelivery, readIssue, readReceive } from './context.ts';
import { decideAnnulDocument, decideCorrectDocumentLine } from './decide-entry.ts';
import { decideIssueDocument } from './decide-issue.ts';
import { decideDeliverDocument, decideWithdrawDocument } from './decide-life.ts';
import { warnOfLink } from './decide-link-warning.ts';
import { decideLinkDocument, decideTakeOverDocuments } from './decide-old-book.ts';
import { decideAnnulDocumentAct, decideCorrectDocumentAct } from './decide-put-right.ts';
import { decideReceiveDocument } from './decide-receive.ts';
import { oldBookKey, seriesName } from './facts/questions.ts';
import { registerFold } from './facts/state.ts';
import { linkDocument, takeOverDocuments } from './old-book-commands.ts';
import { readLink, readTakeOver } from './old-book-context.ts';
import { registerKeyOf, readIssuePlace, readReceivePlace } from './place-context.ts';
import { documentReceipt, numberedReceipt, takenOverReceipt } from './receipt.ts';
import { readDocumentAct } from './successor-context.ts';

const onRegister = on({
  fold: registerFold,
  key: ({ document }: { readonly document: string }) => registerKeyOf(document),
  answer: documentReceipt,
});

/**
 * Documents and their registers: issued, received, corrected, annulled, withdrawn, handed over, and
 * the latter two put right. D15.
 *
 * @example
 * const { registrationNumber } = must(await documentService(session).issue({
 *   kind: 'study-certificate', learner: 'l-1', enrollment: 'l-1.mentor.1', signer: 'p-1',
 *   on: '2026-11-20' }));
 * registrationNumber; // => 'С-0001/26'
 */
export const documentService = service({
  /**
   * Issues a document under the next number of its register, which the receipt states.
   * Refuses `document-kind-unknown`, `document-issued-already`, `study-not-completed`,
   * `document-ground-missing`, `document-blank-missing`, `blank-not-at-hand`,
   * `blank-assigned-later`, `blank-used`,
   * `document-mark-failing`, `document-mark-not-highest`, `document-marks-missing`,
   * `document-part-missing`, `document-unlinked`, `old-marks-missing`,
   * `document-parts-differ`, `document-mark-waiting`, `document-succeeded`, `office-not-entitled`,
   * `not-appointed`, `act-out-of-order`, `period-reversed`. D15, RK 1.1, RK 1.13, 273-FZ art. 60.
   */
  issue: onRegister.where(issueDocument, {
    where: readIssuePlace,
    context: (session, input, { place }, command) => readIssue(session, input, place, command),
    decide: decideIssueDocument,
    answer: numberedReceipt,
  }),

  /**
   * Records a document that was received, under the next number of its register.
   * Refuses `document-kind-unknown`, `learner-unknown`, `enrollment-unknown`,
   * `enrollment-of-another`, `received-uncertified`, `act-out-of-order`, `period-reversed`. D15.
   */
  receive: onRegister.where(receiveDocument, {
    where: readReceivePlace,
    context: (session, input, { place }) => readReceive(session, input, place),
    decide: decideReceiveDocument,
    answer: numberedReceipt,
  }),

  /**
   * Takes over lines of a book that is older than the system, or a predecessor's: all or none, each
   * place in the book once. Nobody need be registered, and no study is asked for; each line is a
   * document that `link`, `withdraw`, `correct` and `annul` take.
   * Refuses `carrier-unknown`, `predecessor-unknown`, `document-kind-unknown`, `issuer-missing`,
   * `old-line-taken`, `act-out-of-order`, `period-reversed`, `office-not-entitled`,
   * `not-appointed`. D15, RK §4 situation 8.
   */
  takeOver: onRegister.at(takeOverDocuments, {
    key: ({ book }) => [seriesName(oldBookKey(book))],
    context: readTakeOver,
    decide: decideTakeOverDocuments,
    answer: takenOverReceipt,
  }),

  /**
   * Records which learner a line of an old book names, so that a duplicate may be issued to them.
   * `annulAct` and `correctAct` put it right.
   * Refuses `document-unknown`, `document-annulled`, `document-not-of-book`,
   * `document-linked-already`, `learner-unknown`, `act-out-of-order`.
   * Warns of `linked-name-differs`. D15, RK §4 situation 8.
   */
  link: warned(
    onRegister(linkDocument, { context: readLink, decide: decideLinkDocument }),
    warnOfLink,
  ),

  /**
   * Corrects an entry of a register. What it said before stays in the history. With `marksAnew` its
   * marks are made again by the rules of its kind, and refused as in `issue`: a document that would
   * bear a failing mark is annulled. `changes.signer` is who signed the document, where the entry
   * names another; whoever signs the correction is `signer`. The issuer and the marks of a document
   * that was not issued here, and the place of a line in an old book, are corrected likewise.
   * Refuses `document-unknown`, `document-annulled`, `document-line-same`, `not-in-force`,
   * `entry-field-unknown`, `predecessor-unknown`, `old-line-taken`,
   * `document-day-out-of-place`, `blank-not-at-hand`, `blank-assigned-later`, `blank-used`,
   * `office-not-entitled`, `not-appointed`, `act-out-of-order`, `period-reversed`. D15.
   */
  correct: onRegister(correctDocumentLine, {
    context: readEntryAct,
    decide: decideCorrectDocumentLine,
  }),

  /**
   * Annuls a document. Its entry and its number stay in the register, and its blank is spent; with
   * `enteredInError` no such document was made, and its blank is free. `annulAct` undoes it.
   * Refuses `document-unknown`, `document-annulled`, `order-required`, `office-not-entitled`,
   * `not-appointed`, `act-out-of-order`. D15.
   */
  annul: onRegister(annulDocument, { context: readEntryAct, decide: decideAnnulDocument }),

  /**
   * Records that a document was lost, exchanged or destroyed, for a reason of the regulation, so
   * that another one may take its place.
   * Refuses `document-unknown`, `document-withdrawn`, `not-in-regulation`, `act-out-of-order`. D15.
   */
  withdraw: onRegister(withdrawDocument, {
    context: (session, input) => readActDay(session, input.on),
    decide: decideWithdrawDocument,
  }),

  /**
   * Records that a document was handed over or sent, when, and to whom.
   * Refuses `document-unknown`, `document-delivered-already`, `delivery-way-unknown`,
   * `delivery-unsigned`, `representative-not-entitled`, `representative-scope`,
   * `act-out-of-order`. D15, RK 1.16.
   */
  deliver: onRegister(deliverDocument, { context: readDelivery, decide: decideDeliverDocument }),

  /**
   * Annuls a delivery, a withdrawal, a link or the annulment of a document that was made in error;
   * `entry` is the `eventId` that its command answered. A document whose annulment was annulled is
   * valid again.
   * Refuses `document-unknown`, `entry-unknown`, `entry-annulled-already`, `entry-rested-on` where
   * another document has its place, `document-not-withdrawn`, `study-not-completed`, `blank-used`
   * where it cannot be valid again, `reason-missing`, `not-appointed`. D15, RK 1.8.
   */
  annulAct: onRegister(annulDocumentAct, {
    context: readDocumentAct,
    decide: decideAnnulDocumentAct,
  }),

  /**
   * Corrects the day or the paper of a delivery, a withdrawal, a link or an annulment, the reason
   * of a withdrawal, the learner of a link, the way of a delivery and what goes with it. The entry
   * of before stays readable, and a document issued in its place stays as it was printed.
   * Refuses `document-unknown`, `entry-unknown`, `entry-annulled-already`, `entry-unchanged`,
   * `entry-field-unknown`, `entry-field-needed`, `act-out-of-order`, `entry-contradicted`,
   * `not-in-regulation`, `delivery-way-unknown`, `delivery-unsigned`,
   * `representative-not-entitled`, `reason-missing`, `not-appointed`.
   * Warns as `link` does where the learner of a link is corrected. D15, RK 1.5, RK 1.8.
   */
  correctAct: warned(
    onRegister(correctDocumentAct, {
      context: readDocumentAct,
      decide: decideCorrectDocumentAct,
    }),
    async (session, { document, to: { learner, on: day } }) =>
      learner === undefined ? [] : warnOfLink(session, { document, learner, on: day }),
  ),
});
