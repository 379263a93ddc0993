// Views as functions of events, and the runtime that keeps them.
export type { Projection } from './projection.ts';
export * from './runtime/index.ts';
// Views, and the reports that are made from them.
export * from './views/index.ts';
export * from './reports/index.ts';
