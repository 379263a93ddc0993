export * from './events.ts';
export * from './carrier.ts';
export { readKept } from './reading.ts';
export { carrierService } from './service.ts';
