export * from './events.ts';
export type {
  CreditEvent,
  CreditSource,
  CreditState,
  CreditSubject,
  GrantedCredit,
} from './state.ts';
export { creditDecider } from './state.ts';
export * from './commands.ts';
export * from './refusals.ts';
export type { CreditContext } from './credit.ts';
export {
  decideApplyForCredit,
  decideCompareCredit,
  decideNoteCreditNotDone,
  decideWithdrawCredit,
} from './credit.ts';
export type { CreditDecisionContext } from './decision.ts';
export { decideCreditDecision } from './decision.ts';
export type { CreditGrantingEvent } from './process.ts';
export { creditGranting } from './process.ts';
export type { CreditReceipt } from './service.ts';
export { creditService } from './service.ts';
