/* The indicators of order 1324, by annex: they are data of core, with their evidence. */
export type { Indicator, IndicatorForm } from '@letopis/core/values';
export { ANNEX_2, ANNEX_5, ANNEX_6 } from '@letopis/core/values';
