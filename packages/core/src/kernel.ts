/*
 * What an aggregate of one's own is built on: events, folds, commands, refusals, and how commands
 * are carried out in a session.
 */
export * from './kernel/index.ts';
export * from './acting/index.ts';
