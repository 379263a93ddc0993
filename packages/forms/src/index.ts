/*
 * The forms that an application prints, and what it says about them. Subpaths carry the rest:
 * `/kit` (pages of one's own), `/spreadsheets` (tables as CSV and XLSX), `/frdo` (the federal
 * register of documents).
 */
export type { FormApproval, OrganisationHead, PageOptions, SignatureLine } from './kit/options.ts';
export { correctionSheetHtml } from './corrections/correction-sheet.ts';
export { correctionsHtml } from './corrections/corrections.ts';
export type { ListedPage, PageGroup, PageIndex } from './index-page.ts';
export { indexHtml } from './index-page.ts';
export type { JournalOptions } from './journal/journal.ts';
export { journalHtml } from './journal/journal.ts';
export { lawHtml } from './law/law.ts';
export { personalFileHtml } from './personal-file/personal-file.ts';
export { selfEvaluationHtml } from './self-evaluation/self-evaluation.ts';
