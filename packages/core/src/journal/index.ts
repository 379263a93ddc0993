export * from './events.ts';
export * from './commands.ts';
export * from './journal.ts';
export * from './correction.ts';
export type { JournalRoom, LessonReceipt } from './room.ts';
export { journalRoom } from './room.ts';
