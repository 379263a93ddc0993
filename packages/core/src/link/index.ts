export * from './events.ts';
export * from './link.ts';
export type { LinkRoom } from './room.ts';
export { linkRoom } from './room.ts';
