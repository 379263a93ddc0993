import type { Position } from '@letopis/core';
import { START } from '@letopis/core';
import { foreignPosition } from './errors.ts';

const DIGITS = 16;

/**
 * Writes the count of an event in the log (from 1) as a position of 16 digits, so that plain string
 * order is log order. For stores whose events are counted without gaps.
 *
 * @example
 * positionOf(12); // => '0000000000000012'
 */
export const positionOf = (count: number): Position => String(count).padStart(DIGITS, '0');

/**
 * Gives the count behind a position of {@link positionOf}; 0 for the start of the log. Throws
 * `misuse` for any other text.
 *
 * @example
 * countOf('0000000000000012'); // => 12
 */
export function countOf(position: Position): number {
  if (position === START) return 0;
  if (position.length === DIGITS && /^\d+$/.test(position)) return Number(position);
  throw foreignPosition(position);
}
