export * from './events.ts';
export * from './state.ts';
export * from './unknown.ts';
export * from './learner.ts';
export * from './consent.ts';
export * from './conditions.ts';
export { learnerService } from './service.ts';
