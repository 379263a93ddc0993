/*
 * A register of documents: numbered entries of issued and received documents, and what happens to
 * them. Accountable blanks have their own stock in `blank/`.
 * Stream: `<org>.register-<series>.<year>`.
 * Events: DocumentIssued, DocumentReceived, DocumentTakenOver, DocumentLinked,
 * DocumentLineCorrected, DocumentAnnulled, DocumentWithdrawn, DocumentDelivered,
 * DocumentActAnnulled; BlankSpoilt, BlanksWrittenOff, BlanksReleased, BlankEntryAnnulled.
 * Commands: issue (`signerOffices` of the kind of document), correct (`correctionOffices` of the
 * section `documents`), takeOver (those too), annul (`annulmentOffices`, by an order where it says
 * so); receive, link, withdraw and deliver (anybody who acts for the organisation); annulAct and
 * correctAct put these three and an annulment right (`correction.entryOffices`).
 * Rules: issue in `decide-issue.ts`, its marks in `decide-marks.ts` of the results that
 * `decide-mark-parts.ts` finds, receipt in `decide-receive.ts`, lines of old books in
 * `decide-old-book.ts`, correction and annulment in `decide-entry.ts` and `decide-written.ts`,
 * withdrawal and delivery in `decide-life.ts`, their correction and annulment in
 * `decide-put-right.ts` and `decide-corrected-act.ts`, an annulment undone in `decide-restore.ts`;
 * where an entry goes in `place-context.ts`; ids and numbers in `facts/questions.ts`.
 * Sources: D15, R1 §4.2.6-4.2.7, §4/5.7, R4 §2.2.11, R5 §4.7, §4.10, 273-FZ art. 60.
 * Read `facts/` (events, state, questions) first, then commands, refusals, decide, service.
 */
export { documentService } from './service.ts';
export type { DocumentReceipt, NumberedReceipt, TakenOverReceipt } from './receipt.ts';
