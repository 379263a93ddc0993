export * from './events.ts';
export * from './state.ts';
export * from './questions.ts';
export * from './reading.ts';
export * from './commands.ts';
export * from './refusals.ts';
export * from './decide.ts';
export type { OfficialRoom } from './room.ts';
export { officialRoom } from './room.ts';
