/*
 * The number of a personal file, which is used once in the organisation.
 * Stream: `<org>.filenumber-<hash of the number>`. Event: FileNumberTaken, declared with those of
 * the file.
 * Taken by the file service's `open` before the file itself is opened; the rule is in `decide.ts`.
 * Source: D17.
 */
export type { FileNumberState } from './facts/state.ts';
