/* Every refusal of this package, from files up to rows. */
export * from './table/refusals.ts';
export * from './mapping/refusals.ts';
export * from './run/refusals.ts';
