import type { Position } from '@letopis/core';
import { LetopisError, START } from '@letopis/core';

const DIGITS = 16;

/** The count of an event in the log (from 1) as a position: plain string order is log order. */
export const positionOf = (count: number): Position => String(count).padStart(DIGITS, '0');

/** The count behind a position; 0 for the start. Throws `misuse` for what no store of ours gave. */
export function countOf(position: Position): number {
  if (position === START) return 0;
  if (position.length === DIGITS && /^\d+$/.test(position)) return Number(position);
  const say = `${JSON.stringify(position)} is no position of this log: give back what it gave`;
  throw new LetopisError('misuse', say, { position });
}
