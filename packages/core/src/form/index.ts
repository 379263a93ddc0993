export * from './events.ts';
export * from './form.ts';
export type { FormRoom } from './room.ts';
export { formRoom } from './room.ts';
