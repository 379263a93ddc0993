export * from './events.ts';
export * from './commands.ts';
export * from './refusals.ts';
export * from './printout.ts';
export * from './sheets.ts';
export { readSource } from './source.ts';
export type { SheetsReceipt } from './service.ts';
export { printoutService } from './service.ts';
