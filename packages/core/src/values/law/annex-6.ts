import { annex6Learning } from './annex-6-learning.ts';
import { annex6Other } from './annex-6-other.ts';
import type { Indicator } from './indicator.ts';
import { known } from './indicator.ts';

/** Lines of which another wording is remembered too. */
const REMEMBERED_OTHERWISE: ReadonlySet<string> = new Set(
  '1.8 1.11 2.1 2.2 2.3 2.4 2.5 2.11 2.13 2.14 2.15 3.1 3.2 3.3 4.2'.split(' '),
);

/**
 * The indicators of annex 6 (organisations of further professional education), in the order of the
 * annex. Source: order 1324 of 10.12.2013, annex 6. No text of it was found: every line is from
 * memory.
 */
export const ANNEX_6: readonly Indicator[] = [...annex6Learning, ...annex6Other].map((one) => ({
  ...one,
  evidence: known(REMEMBERED_OTHERWISE.has(one.number) ? 'M!' : 'M'),
}));
