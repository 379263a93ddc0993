export * from './events.ts';
export * from './carrier.ts';
export type { CarrierRoom } from './room.ts';
export { carrierRoom, readKept } from './room.ts';
