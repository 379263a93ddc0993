export * from './events.ts';
export * from './form.ts';
export { formService } from './service.ts';
export { readVersion } from './reading.ts';
