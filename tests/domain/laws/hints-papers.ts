import type { Hint } from './hints.ts';
export const paperHints: Readonly<Record<string, Hint>> = {};
