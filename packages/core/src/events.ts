/*
 * Every event type: `enrolled`, `assessmentCorrected`, … Each is a name and a strict schema of the
 * stored shape. Decisions check the rules; a schema does not. The event types that set rules are
 * made from the sections of the regulation.
 */
export * from './record/events.ts';
export * from './rules/official/facts/events.ts';
export * from './rules/law/facts/events.ts';
export * from './rules/organisation/facts/events.ts';
export * from './rules/regulation/facts/events.ts';
export * from './people/learner/facts/events.ts';
export * from './people/acquaintance/facts/events.ts';
export * from './people/link/facts/events.ts';
export * from './study/commission/facts/events.ts';
export * from './study/commission/protocol/facts/events.ts';
export * from './study/credit/facts/events.ts';
export * from './study/enrollment/facts/assessment-events.ts';
export * from './study/enrollment/facts/debt-events.ts';
export * from './study/enrollment/facts/events.ts';
export * from './study/enrollment/facts/life-events.ts';
export * from './study/enrollment/facts/study-events.ts';
export * from './study/group/facts/events.ts';
export * from './study/journal/facts/events.ts';
export * from './study/programme/facts/events.ts';
export * from './study/note/facts/events.ts';
export * from './study/work/facts/events.ts';
export * from './merit/achievement/facts/events.ts';
export * from './merit/commendation/facts/events.ts';
export * from './merit/contest/facts/events.ts';
export * from './merit/portfolio/facts/events.ts';
export * from './papers/carrier/facts/events.ts';
export * from './papers/disclosure/facts/events.ts';
export * from './papers/file/facts/events.ts';
export * from './papers/form/facts/events.ts';
export * from './papers/order/facts/events.ts';
export * from './papers/printout/facts/events.ts';
export * from './papers/register/blank/facts/events.ts';
export * from './papers/register/facts/blank-events.ts';
export * from './papers/register/facts/content-events.ts';
export * from './papers/register/facts/events.ts';
export * from './papers/register/facts/old-book-events.ts';
export * from './keeping/act/facts/events.ts';
export * from './keeping/act/facts/retention-events.ts';
export * from './keeping/evaluation/facts/events.ts';
export * from './keeping/import/facts/events.ts';
export * from './keeping/import/row/facts/events.ts';
export * from './keeping/loan/facts/events.ts';
export * from './keeping/preservation/facts/events.ts';
export * from './keeping/retention/facts/events.ts';
export * from './keeping/retention/facts/presence-events.ts';
export * from './keeping/transfer/facts/events.ts';
export { RULES_SET_TYPES, rulesSetEvents } from './rules/regulation/sections/all.ts';
export type { RulesSet, RulesSetType } from './rules/regulation/sections/all.ts';
