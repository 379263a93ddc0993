// The service: files in, receipts out.
export type { IngestMethods, IngestOptions } from './service.ts';
export { ingestService, ingestServiceWith } from './service.ts';
export type { IngestCommand, RawCommand, RecordedAlready } from './commands.ts';
export { ingestCommands, laneOf, recordedAlready } from './commands.ts';
export type {
  FileReceipt,
  IngestReceipt,
  IngestTotals,
  RowReceipt,
  RowRefusal,
} from './run/receipt.ts';
export type { RowTrace } from './run/trace.ts';
export { overlayStore } from './run/overlay-store.ts';
// Mappings: what a row means.
export type {
  Condition,
  IngestJob,
  IngestJobGiven,
  Mapping,
  MappingGiven,
  Rule,
  Scalar,
} from './mapping/mapping.ts';
export { ingestJob, mapping } from './mapping/mapping.ts';
export type { Value } from './mapping/read-row.ts';
// Files: CSV and XLSX as rows.
export type { FileFormat } from './table/format.ts';
export { fileFormat } from './table/format.ts';
export type { Cell, Sheet, SheetRow } from './table/row.ts';
export type { SourceFile } from './table/source-file.ts';
export { fileInMemory, fileOnDisk } from './table/source-file.ts';
export type { SurveyedFile } from './table/survey.ts';
export { surveyFile } from './table/survey.ts';
export { XLSX_BYTES_MAX } from './table/xlsx.ts';
// Saying no.
export * as ingestRefusals from './refusals.ts';
