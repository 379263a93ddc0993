/* What is decided about keeping: acts, loans, backups, terms and transfers. */

export type {
  ApprovalContext,
  ClosingContext,
  DestructionContext,
  ErasureContext,
  OrderContext,
  SelectionContext,
} from './act/context.ts';
export { decideDrawUpErasure, decideRecordDestruction } from './act/decide-destruction.ts';
export { decideOrderErasure } from './act/decide-erasure.ts';
export { decideOrderGroup } from './act/decide-order.ts';
export { decideApprove, decideCallOff, decideSelect } from './act/decide-selection.ts';
export { decideStepDone, decideStepNotDone } from './act/decide-steps.ts';
export type { EvaluationContext } from './evaluation/context.ts';
export { decideEnterIndicator } from './evaluation/decide.ts';
export { decideRecordRows } from './import/decide-rows.ts';
export { decideReceiveImport } from './import/decide.ts';
export type { LoanContext } from './loan/context.ts';
export { decideLend, decideReturnLoan } from './loan/decide.ts';
export type { PreservationContext } from './preservation/context.ts';
export {
  decideCheckIntegrity,
  decideRecordBackup,
  decideRecordRestore,
  decideReplaceMedium,
} from './preservation/decide-backups.ts';
export {
  decideCheckEntries,
  decideClosePeriod,
  decideDefinePeriod,
  decideRecordExport,
  decideSettleFinding,
} from './preservation/decide-periods.ts';
export type { RetentionContext } from './retention/context.ts';
export {
  decideApprovePermanentLists,
  decideEndNeed,
  decideLiftHold,
  decidePlaceHold,
} from './retention/decide-hold.ts';
export {
  decideAnnulRelease,
  decideReleaseCarrier,
  decideReleaseRecord,
} from './retention/decide-release.ts';
export type { TransferContext } from './transfer/context.ts';
export { decideAccept, decideHandOver, decideReturn } from './transfer/decide-record.ts';
export {
  decideAcceptTransfer,
  decideBeginTransfer,
  decideCallOffTransfer,
  decideDrawUpAct,
  decideRefuseTransfer,
  decideSignAct,
} from './transfer/decide-transfer-acts.ts';
export {
  decideNoteNotDone,
  decideNoteRecord,
  decideNoteSettled,
} from './transfer/decide-transfer-notes.ts';
