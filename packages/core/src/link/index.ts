export * from './events.ts';
export * from './link.ts';
export { linkService } from './service.ts';
