export * from './events.ts';
export * from './evaluation.ts';
export type { EvaluationRoom } from './room.ts';
export { evaluationRoom } from './room.ts';
