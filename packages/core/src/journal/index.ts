export * from './events.ts';
export * from './commands.ts';
export * from './journal.ts';
export * from './correction.ts';
export type { LessonReceipt } from './service.ts';
export { journalService } from './service.ts';
