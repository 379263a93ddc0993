export * from './events.ts';
export * from './act-events.ts';
export * from './refusals.ts';
export * from './term.ts';
export * from './kept-name.ts';
export * from './commands.ts';
export * from './retention.ts';
export type { StartDays } from './starts.ts';
export { readStartDays } from './starts.ts';
export type { RetentionContext } from './hold.ts';
export {
  decideApprovePermanentLists,
  decideEndNeed,
  decideLiftHold,
  decidePlaceHold,
} from './hold.ts';
export { decideReleaseCarrier, decideReleaseRecord } from './release.ts';
export type { ApprovalContext, SelectedItem, SelectionContext } from './selection.ts';
export { decideApprove, decideCallOff, decideSelect } from './selection.ts';
export * from './destruction.ts';
export * from './erasure.ts';
export { retentionActService } from './act-service.ts';
export { retentionService } from './service.ts';
