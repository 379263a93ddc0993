export * from './events.ts';
export * from './form.ts';
export { readVersion } from './reading.ts';
export type { FormRoom } from './room.ts';
export { formRoom } from './room.ts';
