export * from './events.ts';
export * from './refusals.ts';
export * from './act.ts';
export * from './order.ts';
export * from './steps.ts';
export type { ActLeadingEvent } from './process.ts';
export { actProcess } from './process.ts';
export type { ActReceipt } from './service.ts';
export { actService } from './service.ts';
