export * from './events.ts';
export * from './import.ts';
export * from './ingested.ts';
export { importService } from './service.ts';
