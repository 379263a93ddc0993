/*
 * A learner's personal file (личное дело): its inventory of documents, its parts, and its number.
 * Stream: `<org>.file-<learner>.<n>`.
 * Events: FileOpened, FileDocumentAdded, FileDocumentRemoved, InventoryLineCorrected,
 * FilePartCertified, FilePartOpened, FileClosed; FileEntryAnnulled annuls any of them; those
 * of `record/events.ts` when it goes to the archive.
 * Commands: open, addDocument, openPart and close (anybody who acts for the organisation);
 * removeDocument, correctLine and certifyPart (`handOverOffices` of the section `archive`);
 * annulEntry (`correction.entryOffices`).
 * Rules: opening, adding and closing in `decide.ts`; removal and correction in
 * `decide-inventory.ts`; parts in `decide-part.ts`; annulling in
 * `decide-put-right.ts`; a number is used once by `number/`. `service.ts` finds the next free file.
 * Sources: D17, R1 §5.4, R2 §3.2, Rosarchiv order 77 of 2023.
 * Read `facts/` (events, state, questions) first, then commands, refusals, decide, service.
 */
export { fileService } from './service.ts';
export type { FileReceipt } from './service.ts';
