export * from './events.ts';
export * from './commands.ts';
export * from './refusals.ts';
export * from './commendation.ts';
export type { CommendationReceipt } from './service.ts';
export { commendationService } from './service.ts';
