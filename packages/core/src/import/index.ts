export * from './events.ts';
export * from './import.ts';
export * from './ingested.ts';
export type { ImportRoom } from './room.ts';
export { importRoom } from './room.ts';
