export * from './record-events.ts';
export * from './transfer-events.ts';
export * from './record.ts';
