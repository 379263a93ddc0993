/*
 * What an application needs to take files in: the service, its receipts, mappings and files.
 * Subpaths carry the rest: `/tables` (files as rows, without a mapping), `/refusals`.
 */
// The service: files in, receipts out.
export type { IngestMethods, IngestOptions, IngestSetUp } from './service.ts';
export { ingestService, ingestServiceWith } from './service.ts';
export type { ImportSecret } from './run/secret.ts';
export { secretOnDisk } from './run/secret.ts';
export type { IngestCommand, RawCommand, RecordedAlready } from './mapping/commands.ts';
export { ingestCommands, laneOf, recordedAlready } from './mapping/commands.ts';
export type {
  FileReceipt,
  IngestReceipt,
  IngestTotals,
  RowDifference,
  RowReceipt,
  RowRefusal,
} from './run/receipt.ts';
export type { RowTrace } from './run/trace.ts';
export type { RowSettling, WaitingRow } from './run/worklist.ts';
export { overlayStore } from './run/overlay-store.ts';
// Mappings: what a row means.
export type {
  Condition,
  ExternalIdRule,
  IngestJob,
  IngestJobGiven,
  Mapping,
  MappingGiven,
  Rule,
  Scalar,
} from './mapping/mapping.ts';
export { ingestJob, mapping } from './mapping/mapping.ts';
export type { Value } from './mapping/read-row.ts';
// Files.
export type { FileFormat } from './table/format.ts';
export type { SourceFile } from './table/source-file.ts';
export { fileInMemory, fileOnDisk } from './table/source-file.ts';
