export * from './events.ts';
export * from './commands.ts';
export * from './refusals.ts';
export * from './commendation.ts';
export type { CommendationReceipt, CommendationRoom } from './room.ts';
export { commendationRoom } from './room.ts';
