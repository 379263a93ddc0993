// Views as functions of events, and the runtime that keeps them.
export type { Projection } from './projection.ts';
export * from './runtime/index.ts';
