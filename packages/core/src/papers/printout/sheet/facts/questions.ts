import type { PrintoutRules } from '../../../../rules/regulation/sections/printouts.ts';
import { studyYearOf } from '../../../../values/study-year.ts';

/**
 * The period through which the sheets of a day are numbered: a year, or `all`.
 * @example
 * sheetPeriod('study-year', '2027-05-31'); // => '2026'
 */
export function sheetPeriod(per: PrintoutRules['sheets']['numberedPer'], on: string): string {
  if (per === 'carrier') return 'all';
  return per === 'study-year' ? studyYearOf(on) : on.slice(0, 4);
}
