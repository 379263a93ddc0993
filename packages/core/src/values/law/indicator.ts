import type { LocalText } from '../text.ts';
import type { Evidence, EvidenceMark } from './item.ts';

/**
 * How an indicator is written: a number with its share, a number, a share only, yes or no (entered
 * as 1 or 0), or not at all: a heading of others.
 */
export type IndicatorForm = 'number-and-share' | 'number' | 'share' | 'yes-no' | 'heading';

/** One indicator of order 1324 of 10.12.2013. */
export interface Indicator {
  /** Its number: `1.4.1`. */
  readonly number: string;
  readonly ru: string;
  readonly en: string;
  readonly unit: LocalText;
  readonly form: IndicatorForm;
  /** How its wording is known. */
  readonly evidence: Evidence;
}

/** An indicator before it is said how its wording is known. */
export type Unmarked = Omit<Indicator, 'evidence'>;

/** Units of order 1324, by what they measure. */
export const UNITS = {
  learners: { ru: 'человек/%', en: 'persons/%' },
  units: { ru: 'единиц', en: 'units' },
  percent: { ru: '%', en: '%' },
  years: { ru: 'лет', en: 'years' },
  persons: { ru: 'человек', en: 'persons' },
  roubles: { ru: 'тыс. руб.', en: 'thousand roubles' },
  area: { ru: 'кв. м', en: 'sq. m' },
  points: { ru: 'балл', en: 'points' },
  yesNo: { ru: 'да/нет', en: 'yes/no' },
  none: { ru: '–', en: '-' },
} as const satisfies Readonly<Record<string, LocalText>>;

/** The day on which the wordings of this folder were looked up. */
export const SEEN_ON = '2026-11-30';

/** How a wording is known, as looked up on {@link SEEN_ON}. */
export const known = (mark: EvidenceMark, doubt?: LocalText): Evidence =>
  doubt === undefined ? { mark, seenOn: SEEN_ON } : { mark, seenOn: SEEN_ON, doubt };

/** The unit and form of an indicator, by the word that annexes are written with here. */
const KINDS = {
  share: { unit: UNITS.learners, form: 'number-and-share' },
  persons: { unit: UNITS.persons, form: 'number' },
  units: { unit: UNITS.units, form: 'number' },
  points: { unit: UNITS.points, form: 'number' },
  area: { unit: UNITS.area, form: 'number' },
  'yes-no': { unit: UNITS.yesNo, form: 'yes-no' },
  heading: { unit: UNITS.none, form: 'heading' },
} as const satisfies Readonly<Record<string, Pick<Indicator, 'unit' | 'form'>>>;

/** One line of an annex: its number, kind, evidence, and words in both languages. */
export type Line = readonly [
  number: string,
  kind: keyof typeof KINDS,
  mark: EvidenceMark,
  ru: string,
  en: string,
];

/** The indicators that some lines describe. */
export const indicatorsOf = (lines: readonly Line[]): readonly Indicator[] =>
  lines.map(([number, kind, mark, ru, en]) => ({
    number,
    ru,
    en,
    ...KINDS[kind],
    evidence: known(mark),
  }));

/** «Численность/удельный вес численности», printed in full. */
export const numberAndShare = (whose: string): string =>
  `Численность/удельный вес численности ${whose}`;
