/*
 * Every command: its name and the schema of its plain-JSON input. `commandSchemas` gives the same
 * as JSON Schemas.
 */
export * from './rules/official/commands.ts';
export * from './rules/organisation/commands.ts';
export * from './rules/regulation/commands.ts';
export * from './people/learner/commands.ts';
export * from './people/link/commands.ts';
export * from './study/commission/commands.ts';
export * from './study/commission/protocol/commands.ts';
export * from './study/credit/commands.ts';
export * from './study/enrollment/assessment/commands.ts';
export * from './study/enrollment/correction/commands.ts';
export * from './study/enrollment/course/commands.ts';
export * from './study/enrollment/debt/commands.ts';
export * from './study/enrollment/life/commands.ts';
export * from './study/group/commands.ts';
export * from './study/journal/commands.ts';
export * from './study/programme/commands.ts';
export * from './study/work/commands.ts';
export * from './study/work/practice/commands.ts';
export * from './study/work/report/commands.ts';
export * from './merit/achievement/bank/commands.ts';
export * from './merit/achievement/commands.ts';
export * from './merit/commendation/commands.ts';
export * from './merit/portfolio/commands.ts';
export * from './papers/carrier/commands.ts';
export * from './papers/disclosure/commands.ts';
export * from './papers/file/commands.ts';
export * from './papers/form/commands.ts';
export * from './papers/order/commands.ts';
export * from './papers/printout/commands.ts';
export * from './papers/printout/sheet/commands.ts';
export * from './papers/register/blank/commands.ts';
export * from './papers/register/commands.ts';
export * from './keeping/act/commands.ts';
export * from './keeping/act/retention-commands.ts';
export * from './keeping/evaluation/commands.ts';
export * from './keeping/import/commands.ts';
export * from './keeping/loan/commands.ts';
export * from './keeping/preservation/commands.ts';
export * from './keeping/retention/commands.ts';
export * from './keeping/retention/presence/commands.ts';
export * from './keeping/retention/seizure/commands.ts';
export * from './keeping/transfer/commands.ts';
export * from './keeping/transfer/record-commands.ts';
export { commandSchemas } from './command-schemas.ts';
