/*
 * For an aggregate of your own: event types, folds, commands, refusals, and the declaration of
 * services and their operations.
 */
export * from './kernel/index.ts';
export * from './acting/index.ts';
