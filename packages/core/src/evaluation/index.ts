export * from './events.ts';
export * from './evaluation.ts';
export { evaluationService } from './service.ts';
