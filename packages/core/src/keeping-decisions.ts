/* What is decided about keeping: acts, loans, backups, terms and transfers. */

export type {
  ApprovalContext,
  ClosingContext,
  DestructionContext,
  ErasureContext,
  OrderContext,
  SelectionContext,
} from './keeping/act/context.ts';
export { decideDrawUpErasure, decideRecordDestruction } from './keeping/act/decide-destruction.ts';
export { decideOrderErasure } from './keeping/act/decide-erasure.ts';
export { decideOrderGroup } from './keeping/act/decide-order.ts';
export { decideApprove, decideCallOff, decideSelect } from './keeping/act/decide-selection.ts';
export { decideStepDone, decideStepNotDone } from './keeping/act/decide-steps.ts';
export type { EvaluationContext } from './keeping/evaluation/context.ts';
export { decideEnterIndicator } from './keeping/evaluation/decide.ts';
export { decideRecordRows } from './keeping/import/decide-rows.ts';
export { decideReceiveImport } from './keeping/import/decide.ts';
export type { SettlingRowContext } from './keeping/import/row/decide.ts';
export {
  decideKnowRows,
  decideSetRowsAside,
  decideSettleRow,
  decideTakeRows,
} from './keeping/import/row/decide.ts';
export type { LoanContext } from './keeping/loan/context.ts';
export { decideLend, decideReturnLoan } from './keeping/loan/decide.ts';
export type { PreservationContext } from './keeping/preservation/context.ts';
export {
  decideCheckIntegrity,
  decideRecordBackup,
  decideRecordRestore,
  decideReplaceMedium,
} from './keeping/preservation/decide-backups.ts';
export {
  decideCheckEntries,
  decideClosePeriod,
  decideDefinePeriod,
  decideRecordExport,
  decideSettleFinding,
} from './keeping/preservation/decide-periods.ts';
export type { RetentionContext } from './keeping/retention/context.ts';
export {
  decideApprovePermanentLists,
  decideEndNeed,
  decideLiftHold,
  decidePlaceHold,
} from './keeping/retention/decide-hold.ts';
export {
  decideAnnulRelease,
  decideReleaseCarrier,
  decideReleaseRecord,
} from './keeping/retention/decide-release.ts';
export type { TransferContext } from './keeping/transfer/context.ts';
export { decideAccept, decideHandOver, decideReturn } from './keeping/transfer/decide-record.ts';
export {
  decideAcceptTransfer,
  decideBeginTransfer,
  decideCallOffTransfer,
  decideDrawUpAct,
  decideRefuseTransfer,
  decideSignAct,
} from './keeping/transfer/decide-transfer-acts.ts';
export {
  decideNoteNotDone,
  decideNoteRecord,
  decideNoteSettled,
} from './keeping/transfer/decide-transfer-notes.ts';
