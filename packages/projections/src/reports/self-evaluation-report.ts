import { meanOfDecimals, roundHalfUp } from '@letopis/core/values';
import type { Source } from '../projection/fact.ts';
import type { EnteredIndicators } from '../views/self-evaluation.ts';
import { selfEvaluation, selfEvaluationKey } from '../views/self-evaluation.ts';
import type { Computed } from './computed-indicators.ts';
import { computedIndicators } from './computed-indicators.ts';
import type { IndicatorBasis } from './evaluation-year.ts';
import { yearOf } from './evaluation-year.ts';
import type { Indicator } from './indicators.ts';
import { ANNEX_6 } from './indicators.ts';
import type { ViewReader } from './reader.ts';
import type { PageBasis } from './reading.ts';
import { Reading } from './reading.ts';

/** One indicator of the report with its value. */
export interface IndicatorRow extends Indicator {
  /** Computed from events, entered as a fact, or missing. */
  readonly origin: 'computed' | 'entered' | 'missing';
  /**
   * `null` if there is no data. For an indicator that is a share only, the number that the share is
   * made of.
   */
  readonly value: string | null;
  /** Whole percent, a half rounded up; `null` if there is no share, or the total is 0. */
  readonly sharePercent: string | null;
  /** As printed: `12/34`, `5`, `нет данных`; `–` if the total is 0. */
  readonly printed: string;
  /** The learners and programmes that a computed number counts. */
  readonly behind: readonly IndicatorBasis[];
  /** The value that was entered, also if there is a computed one beside it. */
  readonly entered: {
    readonly value: string;
    readonly sharePercent: string | null;
    /** Origin of the number as a text. */
    readonly source: string;
    readonly on: string;
    readonly actor: string;
    readonly event: Source;
  } | null;
}

/** The indicators of a year. P10. */
export interface SelfEvaluationPage {
  readonly basis: PageBasis;
  readonly year: string;
  /** Annex of order 1324. */
  readonly annex: string;
  /** Distinct learners who were trained in the year. */
  readonly trained: readonly IndicatorBasis[];
  readonly lines: readonly IndicatorRow[];
}

/** Printed for a value that nobody has entered. */
export const NO_DATA = 'нет данных';
/** Printed for a share if the total is 0. */
export const NO_SHARE = '–';

/**
 * Reports the indicators of annex 6 of order 1324 for a calendar year (order 462 §7). `yearOf`
 * says how learners and programmes are counted. A number with a share is written `N/P`,
 * with P in whole percent, a half rounded up. What cannot be computed from events is entered: the
 * value entered last counts, and is shown as entered. Without one the row says `нет данных`.
 * Reads `selfEvaluation`, and `personalFile`, which says who is linked as one person.
 */
export async function selfEvaluationReport(
  reader: ViewReader,
  { year }: { readonly year: string },
): Promise<SelfEvaluationPage> {
  const annex = '6';
  const reading = new Reading(reader);
  const counted = await yearOf(reading, year);
  const computed = computedIndicators(counted);
  const found = await reading.get(selfEvaluation, selfEvaluationKey.entered(year, annex));
  const entered = found?.kind === 'entered' ? found.indicators : {};
  const lines = ANNEX_6.map((indicator) =>
    lineOf(indicator, computed[indicator.number], entered[indicator.number]),
  );
  return { year, annex, trained: counted.trained, lines, basis: reading.basis() };
}

type Entry = EnteredIndicators['indicators'][string];

function lineOf(
  indicator: Indicator,
  computed: Computed | undefined,
  entry: Entry | undefined,
): IndicatorRow {
  const entered = entry === undefined ? null : enteredBy(entry);
  if (computed !== undefined) {
    const value = String(computed.counted.length);
    const { counted: behind, of } = computed;
    const sharePercent = of === null ? null : percent(behind.length, of);
    const printed = printedAs(indicator, value, sharePercent);
    return { ...indicator, origin: 'computed', value, sharePercent, printed, behind, entered };
  }
  if (entered === null) {
    const none = { value: null, sharePercent: null, printed: NO_DATA, behind: [], entered };
    return { ...indicator, origin: 'missing', ...none };
  }
  const { value, sharePercent } = entered;
  // A share alone is entered as the value itself.
  const isShare = indicator.form === 'share' && sharePercent === null;
  const printed = isShare ? comma(value) : printedAs(indicator, value, sharePercent);
  return { ...indicator, origin: 'entered', value, sharePercent, printed, behind: [], entered };
}

type Entered = NonNullable<IndicatorRow['entered']>;

function enteredBy({ data, on, actor, source: event }: Entry): Entered {
  const { value, sharePercent, source } = data;
  return { value, sharePercent, source, on, actor, event };
}

/** Whole percent, a half rounded up; `null` if the total is 0. */
function percent(part: number, whole: number): string | null {
  if (whole === 0) return null;
  const hundreds = Array.from({ length: whole }, (_, index) => (index < part ? '100' : '0'));
  return meanOfDecimals(hundreds, 0);
}

function printedAs({ form }: Indicator, value: string, sharePercent: string | null): string {
  const share = sharePercent === null ? NO_SHARE : roundHalfUp(sharePercent, 0);
  if (form === 'share') return share;
  return form === 'number' ? comma(value) : `${comma(value)}/${share}`;
}

const comma = (value: string): string => value.replace('.', ',');
