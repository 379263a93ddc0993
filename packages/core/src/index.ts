// The kernel: events, ports, codec, deciders, commands. It knows nothing of education.
export * from './kernel/index.ts';
// Values: days, marks and scales, words and digits, grounds, names.
export * from './values/index.ts';
// What every service is built on.
export type { Given, Plan, Sent } from './desk.ts';
export { Desk } from './desk.ts';
export type { Aggregate, Deciding, DecidingWhere, On, WithId } from './acting/on.ts';
export { named, on, withId } from './acting/on.ts';
export type { Created, Receipt } from './acting/receipt.ts';
export { created, receipt } from './acting/receipt.ts';
export type {
  AnyOperation,
  MethodMaker,
  MethodsMaker,
  Operation,
  Rows,
  Service,
  ServiceMaker,
} from './acting/service.ts';
export { byHand, calledBy, operationsOf, service } from './acting/service.ts';
// Services: one folder an aggregate.
export * from './regulation/index.ts';
export * from './record/index.ts';
export * from './acting/index.ts';
export * from './official/index.ts';
export * from './programme/index.ts';
export * from './group/index.ts';
export * from './learner/index.ts';
export * from './enrollment/index.ts';
export * from './journal/index.ts';
export * from './file/index.ts';
export * from './commendation/index.ts';
export * from './commission/index.ts';
export * from './work/index.ts';
export * from './archive/index.ts';
export * from './act/index.ts';
export * from './retention/index.ts';
export * from './custody/index.ts';
export * from './import/index.ts';
export * from './evaluation/index.ts';
export * from './carrier/index.ts';
export * from './form/index.ts';
export * from './register/index.ts';
export * from './credit/index.ts';
export * from './achievement/index.ts';
export * from './portfolio/index.ts';
export * from './disclosure/index.ts';
export * from './printout/index.ts';
export * from './link/index.ts';
// All of it under one roof.
export type { CoreEvent } from './core-events.ts';
export { coreEvents } from './core-events.ts';
export type { Letopis, LetopisOptions, SenderOptions, ServicesOf } from './letopis.ts';
export { coreServices, letopis } from './letopis.ts';
export { commandSchemas } from './command-schemas.ts';
