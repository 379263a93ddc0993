export * from './events.ts';
export * from './commands.ts';
export * from './refusals.ts';
export type { DocumentIdParts } from './id.ts';
export { documentId, documentParts } from './id.ts';
export type { SeriesKey } from './number.ts';
export { registrationNumber, seriesName, seriesOn } from './number.ts';
export type {
  BlankUse,
  DocumentContent,
  DocumentMark,
  LineState,
  Paper,
  RegisterEvent,
  RegisterState,
} from './state.ts';
export { lineOf, registerDecider } from './state.ts';
export type { IssueContext } from './issue.ts';
export { decideIssueDocument, nextNumber } from './issue.ts';
export type { ReceiveContext } from './receive.ts';
export { decideReceiveDocument } from './receive.ts';
export { decideDeliverDocument, decideWithdrawDocument } from './life.ts';
export type { AboutContext } from './about-line.ts';
export { decideAnnulDocument, decideCorrectDocumentLine } from './about-line.ts';
export * from './blank/index.ts';
export type { DocumentReceipt, NumberedReceipt } from './service.ts';
export { documentService } from './service.ts';
