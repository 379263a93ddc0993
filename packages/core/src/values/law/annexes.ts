import type { LocalText } from '../text.ts';
import { ANNEX_2 } from './annex-2.ts';
import { ANNEX_5 } from './annex-5.ts';
import { ANNEX_6 } from './annex-6.ts';
import type { Indicator } from './indicator.ts';
import { known } from './indicator.ts';
import type { Evidence, LawItem, LawSource } from './item.ts';
import { isInForce } from './item.ts';

/** Kinds of organisation, each with the annex of order 1324 that it reports by. */
export const ORGANISATION_KINDS = {
  preschool: { annex: '1', title: { ru: 'дошкольная', en: 'preschool' } },
  'general-education': { annex: '2', title: { ru: 'общеобразовательная', en: 'school' } },
  vocational: { annex: '3', title: { ru: 'профессиональная', en: 'vocational' } },
  'higher-education': { annex: '4', title: { ru: 'высшего образования', en: 'university' } },
  'additional-education': {
    annex: '5',
    title: { ru: 'дополнительного образования', en: 'additional education' },
  },
  'further-professional': {
    annex: '6',
    title: {
      ru: 'дополнительного профессионального образования',
      en: 'further professional education',
    },
  },
} as const satisfies Readonly<
  Record<string, { readonly annex: string; readonly title: LocalText }>
>;

/** A kind of organisation. */
export type OrganisationKind = keyof typeof ORGANISATION_KINDS;

/** The ids of {@link ORGANISATION_KINDS}. */
export const KINDS_OF_ORGANISATION = Object.keys(ORGANISATION_KINDS) as [
  OrganisationKind,
  ...OrganisationKind[],
];

/** The annex of order 1324 that a kind of organisation reports by; null: the kind is not known. */
export function annexOfKind(kind: string | null): string | null {
  return kind !== null && Object.hasOwn(ORGANISATION_KINDS, kind)
    ? ORGANISATION_KINDS[kind as OrganisationKind].annex
    : null;
}

/** The indicators of an annex of order 1324, with the days on which they are in force. */
export interface Annex {
  readonly annex: string;
  readonly source: LawSource;
  /** The title of the annex, and how it is known. */
  readonly title: LocalText;
  readonly evidence: Evidence;
  readonly indicators: readonly Indicator[];
}

/**
 * Order 1324. The day of its entry into force, and whether it is in force in 2026, were not found:
 * a report for 2024 still rests on it.
 */
const order1324 = (annex: string): LawSource => ({
  act: {
    ru:
      'Приказ Минобрнауки России «Об утверждении показателей деятельности образовательной ' +
      'организации, подлежащей самообследованию»',
    en: 'Order of the Ministry of Education and Science on indicators of self-evaluation',
  },
  number: '1324',
  date: '2013-12-10',
  clause: annex,
  from: null,
  until: null,
});

const title = (whose: string, en: string): LocalText => ({
  ru: `Показатели деятельности ${whose}, подлежащей самообследованию`,
  en: `Indicators of self-evaluation: ${en}`,
});

/**
 * The annexes of order 1324 that the library has. An amendment of the order is one more entry with
 * its own days, so that an older year keeps its wording.
 */
export const ANNEXES: readonly Annex[] = [
  {
    annex: '2',
    source: order1324('2'),
    title: title('общеобразовательной организации', 'schools'),
    evidence: known('V1'),
    indicators: ANNEX_2,
  },
  {
    annex: '5',
    source: order1324('5'),
    title: title('организации дополнительного образования', 'additional education'),
    evidence: known('V2'),
    indicators: ANNEX_5,
  },
  {
    annex: '6',
    source: order1324('6'),
    title: title(
      'организации дополнительного профессионального образования',
      'further professional education',
    ),
    evidence: known('M'),
    indicators: ANNEX_6,
  },
];

/**
 * An annex as it is in force on a day; null: the library does not have it.
 *
 * @example
 * annexOn('5', '2026-12-31')?.indicators[0]?.ru; // => 'Общая численность учащихся, в том числе:'
 */
export function annexOn(annex: string, day: string): Annex | null {
  return ANNEXES.find((one) => one.annex === annex && isInForce(one.source, day)) ?? null;
}

/** The id of an indicator as an item of law: `order-1324/annex-5/1.4`. */
export const indicatorItem = (annex: string, number: string): string =>
  `order-1324/annex-${annex}/${number}`;

/** The items of an annex: its title, and each of its indicators. */
export function itemsOfAnnex({
  annex,
  source,
  title: heads,
  evidence,
  indicators,
}: Annex): readonly LawItem[] {
  const itself = { id: `order-1324/annex-${annex}`, source, wording: heads.ru, evidence };
  return [
    itself,
    ...indicators.map((one): LawItem => ({
      id: indicatorItem(annex, one.number),
      source: { ...source, clause: `${annex}, ${one.number}` },
      wording: `${one.ru} (${one.unit.ru})`,
      evidence: one.evidence,
    })),
  ];
}
