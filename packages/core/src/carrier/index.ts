export { readKept } from './reading.ts';
export * from './events.ts';
export * from './carrier.ts';
export type { CarrierRoom } from './room.ts';
export { carrierRoom } from './room.ts';
