export * from './events.ts';
export * from './state.ts';
export * from './reading.ts';
export * from './unknown.ts';
export * from './group.ts';
export * from './decide.ts';
export type { GroupRoom } from './room.ts';
export { groupRoom } from './room.ts';
