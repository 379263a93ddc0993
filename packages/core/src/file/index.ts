export * from './events.ts';
export * from './commands.ts';
export * from './file.ts';
export * from './inventory.ts';
export * from './part.ts';
export * from './number.ts';
export type { FileReceipt } from './walk.ts';
export { fileService } from './service.ts';
