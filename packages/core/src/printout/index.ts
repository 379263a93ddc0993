export { readVersion } from '../form/reading.ts';
export * from './events.ts';
export * from './commands.ts';
export * from './refusals.ts';
export * from './printout.ts';
export * from './sheets.ts';
export { readSource } from './source.ts';
export type { PrintoutRoom, SheetsReceipt } from './room.ts';
export { printoutRoom } from './room.ts';
