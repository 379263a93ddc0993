export * from './events.ts';
export * from './official.ts';
export type { OfficialRoom } from './room.ts';
export { officialRoom } from './room.ts';
