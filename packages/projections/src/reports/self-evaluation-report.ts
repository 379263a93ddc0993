import { editionOnOrFirst, lastDayOf } from '@letopis/core/facts';
import type { Annex, Indicator } from '@letopis/core/values';
import { itemsOfAnnex, meanOfDecimals, roundHalfUp } from '@letopis/core/values';
import type { Source } from '../projection/fact.ts';
import type { EnteredIndicators } from '../views/self-evaluation.ts';
import { selfEvaluation, selfEvaluationKey } from '../views/self-evaluation.ts';
import { annex2Computed } from './annex-2-computed.ts';
import { annex5Computed } from './annex-5-computed.ts';
import type { Computed } from './annex-6-computed.ts';
import { annex6Computed } from './annex-6-computed.ts';
import type { EvaluationYear, IndicatorBasis } from './evaluation-year.ts';
import { yearOf } from './evaluation-year.ts';
import type { WordingShown } from './law-standing.ts';
import { Confirmations, mayPrintPlain } from './law-standing.ts';
import type { ViewReader } from './reader.ts';
import type { PageBasis } from './reading.ts';
import { Reading } from './reading.ts';
import { annexToReport } from './reported-annex.ts';

/** One indicator of the report with its value. */
export interface IndicatorRow extends Indicator {
  /** Computed from events, entered as a fact, or missing; a heading has no value. */
  readonly origin: 'computed' | 'entered' | 'missing' | 'heading';
  /** How its wording is known, and whether somebody compared it with the act. */
  readonly law: WordingShown;
  /**
   * `null` if there is no data. For an indicator that is a share only, the number that the share is
   * made of.
   */
  readonly value: string | null;
  /**
   * In percent, a half rounded up to the regulation's number of decimals; `null` if there is no
   * share, or the total is 0.
   */
  readonly sharePercent: string | null;
  /** As printed: `12/34`, `5`, `нет данных`; `–` if the total is 0. */
  readonly printed: string;
  /**
   * The learners and programmes that a computed number counts; empty where naming them would tell
   * of their health.
   */
  readonly behind: readonly IndicatorBasis[];
  /** Learners of whom it is not known whether they count: no birth date is on record. */
  readonly undecided: readonly IndicatorBasis[];
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
  /** The title of the annex, and how it is known. */
  readonly title: WordingShown & { readonly ru: string; readonly en: string };
  /** Digits after the point of a share, by the regulation. */
  readonly percentDecimals: number;
  /** How many wordings nobody has compared with the act, the title included. */
  readonly unsettled: number;
  /** Distinct learners who were trained in the year. */
  readonly trained: readonly IndicatorBasis[];
  /** How many enrollments somebody studied in; indicator 1.1 of annexes 2 and 5 counts persons. */
  readonly studied: number;
  readonly lines: readonly IndicatorRow[];
}

/** Printed for a value that nobody has entered. */
export const NO_DATA = 'нет данных';
/** Printed for a share if the total is 0. */
export const NO_SHARE = '–';
/** Printed for an indicator of yes or no, which is entered as 1 or 0. */
export const YES = 'да';
export const NO = 'нет';

/** What is asked of a self-evaluation report. */
export interface SelfEvaluationAsked {
  /** The calendar year: `2026`. */
  readonly year: string;
  /** The annex of order 1324; absent: that of the organisation. */
  readonly annex?: string;
  /** Day on which ages are counted (annex 5); absent: 1 January of the next year. */
  readonly agesOn?: string;
}

/**
 * Reports the indicators of order 1324 for a calendar year (order 462 §7), by the annex of the
 * organisation's kind or, where its passport says none, by the one that the regulation names.
 * Throws `refused` with `annex-not-reported` for another annex and with `annex-not-in-library`;
 * `ifPermitted` gives them as values.
 *
 * `yearOf` and the functions by annex say how learners and programmes are counted. A number with a
 * share is written `N/P`, with P rounded to `general.percentDecimals`, a half up. What cannot be
 * computed from events is entered: the value entered last counts, and is shown as entered. Without
 * one the row says `нет данных`. Each row says how its wording is known, and whether somebody
 * compared it with the act. Reads `selfEvaluation`, `catalogue`, and `personalFile`, which says who
 * is linked as one person; for annexes 2 and 5 `people` and `achievements` too.
 */
export async function selfEvaluationReport(
  reader: ViewReader,
  { year, annex: asked, agesOn }: SelfEvaluationAsked,
): Promise<SelfEvaluationPage> {
  const reading = new Reading(reader);
  return evaluationBy(reading, await annexToReport(reading, year, asked), year, agesOn);
}

/** Reports a year by a given annex, whatever the organisation reports by. */
export async function evaluationBy(
  reading: Reading,
  by: Annex,
  year: string,
  agesOn?: string,
): Promise<SelfEvaluationPage> {
  const { annex, title, indicators } = by;
  const counted = await yearOf(reading, year);
  const computed = await computedBy(reading, annex, counted, agesOn);
  const found = await reading.get(selfEvaluation, selfEvaluationKey.entered(year, annex));
  const entered = found?.kind === 'entered' ? found.indicators : {};
  const { editions } = await reading.regulation();
  const general = editionOnOrFirst(editions, lastDayOf(year))?.general;
  const decimals = general?.percentDecimals ?? 0;
  const own = new Map(
    general?.annex === annex
      ? general.indicatorWordings.map((one) => [one.indicator, one.title])
      : [],
  );
  const confirmations = await Confirmations.read(reading);
  const [itself, ...items] = itemsOfAnnex(by);
  const lines: IndicatorRow[] = [];
  for (const [index, item] of items.entries()) {
    const indicator = indicators[index];
    if (indicator === undefined) continue;
    const { number } = indicator;
    const law = await confirmations.of(item, own.has(number));
    const shown = { ...indicator, ...own.get(number) };
    lines.push({ ...valueOf(shown, computed[number], entered[number], decimals), ...shown, law });
  }
  const heads = itself === undefined ? [] : [{ ...(await confirmations.of(itself)), ...title }];
  const [head] = heads;
  if (head === undefined) throw new RangeError(`annex ${annex} has no title`);
  const unsettled = [head, ...lines.map(({ law }) => law)].filter((one) => !mayPrintPlain(one));
  return {
    year,
    annex,
    title: head,
    percentDecimals: decimals,
    unsettled: unsettled.length,
    trained: counted.trained,
    studied: counted.studied.length,
    lines,
    basis: reading.basis(),
  };
}

function computedBy(
  reading: Reading,
  annex: string,
  counted: EvaluationYear,
  agesOn: string | undefined,
): Promise<Readonly<Record<string, Computed>>> | Readonly<Record<string, Computed>> {
  if (annex === '2') return annex2Computed(reading, counted);
  return annex === '5' ? annex5Computed(reading, counted, agesOn) : annex6Computed(counted);
}

type Entry = EnteredIndicators['indicators'][string];

type Value = Omit<IndicatorRow, keyof Indicator | 'law'>;

function valueOf(
  indicator: Indicator,
  computed: Computed | undefined,
  entry: Entry | undefined,
  decimals: number,
): Value {
  const entered = entry === undefined ? null : enteredBy(entry);
  const nothing = { value: null, sharePercent: null, behind: [], undecided: [], entered };
  if (indicator.form === 'heading') return { ...nothing, origin: 'heading', printed: '' };
  if (computed !== undefined) {
    const { counted, of, undecided = [], unnamed = false } = computed;
    const value = String(counted.length);
    const sharePercent = of === null ? null : percent(counted.length, of, decimals);
    const printed = printedAs(indicator, value, sharePercent, decimals);
    const behind = unnamed ? [] : counted;
    return { origin: 'computed', value, sharePercent, printed, behind, undecided, entered };
  }
  if (entered === null) return { ...nothing, origin: 'missing', printed: NO_DATA };
  const { value, sharePercent } = entered;
  // A share alone is entered as the value itself.
  const isShare = indicator.form === 'share' && sharePercent === null;
  const printed = isShare ? comma(value) : printedAs(indicator, value, sharePercent, decimals);
  return { ...nothing, origin: 'entered', value, sharePercent, printed };
}

type Entered = NonNullable<IndicatorRow['entered']>;

function enteredBy({ data, on, actor, source: event }: Entry): Entered {
  const { value, sharePercent, source } = data;
  return { value, sharePercent, source, on, actor, event };
}

/** Percent with so many decimals, a half rounded up; `null` if the total is 0. */
function percent(part: number, whole: number, decimals: number): string | null {
  if (whole === 0) return null;
  const hundreds = Array.from({ length: whole }, (_, index) => (index < part ? '100' : '0'));
  return meanOfDecimals(hundreds, decimals);
}

function printedAs(
  { form }: Indicator,
  value: string,
  sharePercent: string | null,
  decimals: number,
): string {
  const share = sharePercent === null ? NO_SHARE : comma(roundHalfUp(sharePercent, decimals));
  if (form === 'share') return share;
  if (form === 'yes-no') return value === '0' ? NO : YES;
  return form === 'number' ? comma(value) : `${comma(value)}/${share}`;
}

const comma = (value: string): string => value.replace('.', ',');
