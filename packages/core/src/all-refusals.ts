/* Every refusal of core, the general ones first. Another refusal is one more line here. */
export { notAuthorised } from './kernel/authorise.ts';
export { invalidInput } from './kernel/refusal.ts';
export { actOutOfOrder, datedAhead, periodReversed } from './values/day-order.ts';
export { personalId } from './values/personal-id.ts';
export { alreadyExists } from './acting/exists.ts';
export { orderRequired } from './acting/order.ts';
export { paperAfterEffect } from './acting/paper.ts';
export { reasonMissing } from './acting/reason.ts';
export {
  notAppointed,
  officeNotEntitled,
  officeNotNamed,
  positionMissing,
} from './acting/signer.ts';
export {
  entryAnnulledAlready,
  entryContradicted,
  entryErased,
  entryFieldNeeded,
  entryFieldUnknown,
  entryOfAnotherKind,
  entryRestedOn,
  entryUnchanged,
  entryUnknown,
} from './entry/refusals.ts';
export * from './record/refusals.ts';
export * from './rules/law/refusals.ts';
export * from './rules/official/refusals.ts';
export * from './rules/organisation/refusals.ts';
export * from './rules/regulation/facts/unknown.ts';
export * from './rules/regulation/refusals.ts';
export * from './people/learner/facts/unknown.ts';
export * from './people/learner/refusals.ts';
export * from './people/acquaintance/refusals.ts';
export * from './people/link/refusals.ts';
export * from './study/commission/facts/unknown.ts';
export * from './study/commission/protocol/refusals.ts';
export * from './study/commission/refusals.ts';
export * from './study/credit/facts/unknown.ts';
export * from './study/credit/refusals.ts';
export * from './study/enrollment/assessment/lesson-refusals.ts';
export * from './study/enrollment/assessment/refusals.ts';
export * from './study/enrollment/correction/refusals.ts';
export * from './study/enrollment/course/refusals.ts';
export * from './study/enrollment/debt/refusals.ts';
export * from './study/enrollment/facts/study-unknown.ts';
export * from './study/enrollment/facts/unknown.ts';
export * from './study/enrollment/life/refusals.ts';
export * from './study/group/facts/unknown.ts';
export * from './study/group/refusals.ts';
export * from './study/journal/refusals.ts';
export * from './study/programme/facts/unknown.ts';
export * from './study/programme/refusals.ts';
export * from './study/note/refusals.ts';
export * from './study/work/facts/unknown.ts';
export * from './study/work/refusals.ts';
export * from './merit/achievement/bank/refusals.ts';
export * from './merit/achievement/facts/unknown.ts';
export * from './merit/achievement/refusals.ts';
export * from './merit/commendation/facts/unknown.ts';
export * from './merit/commendation/refusals.ts';
export * from './merit/contest/facts/unknown.ts';
export * from './merit/contest/refusals.ts';
export * from './merit/portfolio/refusals.ts';
export * from './papers/carrier/facts/unknown.ts';
export * from './papers/carrier/refusals.ts';
export * from './papers/disclosure/refusals.ts';
export * from './papers/file/facts/unknown.ts';
export * from './papers/file/number/refusals.ts';
export * from './papers/file/refusals.ts';
export * from './papers/form/refusals.ts';
export * from './papers/order/facts/unknown.ts';
export * from './papers/order/refusals.ts';
export * from './papers/printout/refusals.ts';
export * from './papers/printout/sheet/refusals.ts';
export * from './papers/register/blank/refusals.ts';
export * from './papers/register/mark-refusals.ts';
export * from './papers/register/old-book-refusals.ts';
export * from './papers/register/refusals.ts';
export * from './keeping/act/refusals.ts';
export * from './keeping/evaluation/refusals.ts';
export * from './keeping/import/refusals.ts';
export * from './keeping/import/row/refusals.ts';
export * from './keeping/loan/refusals.ts';
export * from './keeping/preservation/refusals.ts';
export * from './keeping/retention/facts/unknown.ts';
export * from './keeping/retention/presence/refusals.ts';
export * from './keeping/retention/refusals.ts';
export * from './keeping/retention/seizure/refusals.ts';
export * from './keeping/transfer/refusals.ts';
