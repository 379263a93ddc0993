// The kernel: events, ports, codec, deciders, commands. It knows nothing of education.
export * from './kernel/index.ts';
// Values: days, marks and scales, words and digits, grounds, names.
export * from './values/index.ts';
// What every room is built on.
export type { Given, Plan, Receipt, Sent } from './desk.ts';
export { Desk, receipt } from './desk.ts';
// Rooms: one folder an aggregate.
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
export type { Letopis, LetopisOptions, RoomMaker, RoomsOf, SenderOptions } from './letopis.ts';
export { coreRooms, letopis } from './letopis.ts';
