import { annex6Learning } from './annex-6-learning.ts';
import { annex6Other } from './annex-6-other.ts';

/** How an indicator is written: a number with its share, a number, or a share only. */
export type IndicatorForm = 'number-and-share' | 'number' | 'share';

/** One indicator of order 1324 of 10.12.2013. */
export interface Indicator {
  /** Its number: `1.4.1`. */
  readonly number: string;
  readonly ru: string;
  readonly en: string;
  readonly unit: { readonly ru: string; readonly en: string };
  readonly form: IndicatorForm;
}

/**
 * The indicators of annex 6 (organisations of further professional education), in the order of the
 * annex. Source: order 1324 of 10.12.2013, annex 6. Compare the wording with the edition in force
 * before signing a report.
 */
export const ANNEX_6: readonly Indicator[] = [...annex6Learning, ...annex6Other];
