/* CSV and XLSX files as rows. */
export type { FileFormat } from './format.ts';
export { fileFormat } from './format.ts';
export type { Cell, Sheet, SheetRow } from './row.ts';
export type { SourceFile } from './source-file.ts';
export { fileInMemory, fileOnDisk } from './source-file.ts';
export type { SurveyedFile } from './survey.ts';
export { surveyFile } from './survey.ts';
export { XLSX_BYTES_MAX } from './xlsx.ts';
