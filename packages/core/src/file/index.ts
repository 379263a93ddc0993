export * from './events.ts';
export * from './file.ts';
export type { FileReceipt, FileRoom } from './room.ts';
export { fileRoom } from './room.ts';
