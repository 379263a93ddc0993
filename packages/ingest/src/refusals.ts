/* All refusals of this package. */
export * from './table/refusals.ts';
export * from './mapping/refusals.ts';
export * from './run/refusals.ts';
