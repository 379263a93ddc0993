export * from './events.ts';
export * from './official.ts';
export { officialService } from './service.ts';
