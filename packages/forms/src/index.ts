// The kit that every page is built with.
export type { FormApproval, OrganisationHead, PageOptions, SignatureLine } from './kit/options.ts';
export type { Html, Part } from './kit/html.ts';
export { attribute, html } from './kit/html.ts';
export type { Cell, Column, Run, RunStyle, Table } from './kit/table.ts';
export { cell, cellText, tableHtml } from './kit/table.ts';
export { dayAndMonth, longDate, printedInstant, shortDate } from './kit/dates.ts';
export type { HeadLine, PageContent } from './kit/page.ts';
export { pageHtml } from './kit/page.ts';
// The forms.
export type { JournalOptions } from './journal/journal.ts';
export { journalHtml } from './journal/journal.ts';
export type { ListedPage, PageGroup, PageIndex } from './index-page.ts';
export { indexHtml } from './index-page.ts';
export { personalFileHtml } from './personal-file/personal-file.ts';
export { selfEvaluationHtml } from './self-evaluation/self-evaluation.ts';
export { correctionsHtml } from './corrections/corrections.ts';
// Spreadsheets.
export type { CsvOptions } from './csv/csv.ts';
export { csvText, plainText, tableCsv } from './csv/csv.ts';
export type { TablesOptions } from './xlsx/tables.ts';
export { tablesXlsx } from './xlsx/tables.ts';
export type { Sheet, SheetCell } from './xlsx/workbook.ts';
export { workbookXlsx } from './xlsx/workbook.ts';
// The federal register of documents.
export * from './frdo/index.ts';
