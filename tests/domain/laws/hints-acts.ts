import type { Hint } from './hints.ts';
export const actHints: Readonly<Record<string, Hint>> = {};
