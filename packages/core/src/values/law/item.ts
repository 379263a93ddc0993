import type { LocalText } from '../text.ts';

/*
 * What the library takes from acts is data: each wording or rule has the act that it comes from,
 * the days on which it is in force, and how well it is known. Law changes, and a copy may be wrong.
 */

/** How a wording is known; {@link EVIDENCE} says it in words. */
export type EvidenceMark = 'V2' | 'V1' | 'VP' | 'VO' | 'AN' | 'M' | 'M!' | 'X';

/** The meaning of each mark. */
export const EVIDENCE: Readonly<Record<EvidenceMark, LocalText>> = {
  V2: {
    ru: 'слова есть в двух независимых источниках, они совпадают',
    en: 'the words stand in two independent sources, which agree',
  },
  V1: { ru: 'слова есть в одном источнике', en: 'the words stand in one source' },
  VP: {
    ru: 'известны номер и место, слова не видены',
    en: 'number and place are known, the words were not seen',
  },
  VO: {
    ru: 'слова есть в официальном тексте, по копии третьего лица',
    en: 'the words stand in an official text, as a third party holds it',
  },
  AN: {
    ru: 'по аналогии с другим официальным текстом',
    en: 'by analogy with another official text',
  },
  M: { ru: 'по памяти, текст не найден', en: 'from memory, no text was found' },
  'M!': {
    ru: 'по памяти, и память расходится',
    en: 'from memory, and recollections differ',
  },
  X: { ru: 'источник говорит иное', en: 'a source says otherwise' },
};

/** How a wording is known, and since when. */
export interface Evidence {
  readonly mark: EvidenceMark;
  /** Day on which it was looked up. */
  readonly seenOn: string;
  /** Why it is doubtful all the same, or what exactly was not verified. */
  readonly doubt?: LocalText;
}

/** Where a wording comes from, and on which days that is in force. */
export interface LawSource {
  readonly act: LocalText;
  /** Number of the act: `1324`; null: it has none. */
  readonly number: string | null;
  /** Date of the act; null: it has none, or it is not known. */
  readonly date: string | null;
  /** Article, item or annex; null: the act as a whole. */
  readonly clause: string | null;
  /** First day in force; null: not known. */
  readonly from: string | null;
  /** Last day in force; null: no end is known. */
  readonly until: string | null;
}

/** A wording or rule of an act that the library prints or follows. */
export interface LawItem {
  /** Stable id, the act first: `order-1324/annex-5/1.4`. */
  readonly id: string;
  readonly source: LawSource;
  /** The words, letter by letter as printed here. A confirmation covers these words only. */
  readonly wording: string;
  readonly evidence: Evidence;
  /** The field of the regulation that follows the rule: `retakes.limits`; absent: none does. */
  readonly field?: string;
}

/**
 * Whether the words were seen in two sources that agree, or in an official text, and nothing speaks
 * against them. All others say that they were not compared with the act, until somebody confirms
 * them.
 *
 * @example
 * isVerified({ mark: 'V1', seenOn: '2026-11-30' }); // => false
 */
export function isVerified({ mark, doubt }: Evidence): boolean {
  return (mark === 'V2' || mark === 'VO') && doubt === undefined;
}

/**
 * Whether a source is in force on a day, as far as its days are known.
 *
 * @example
 * isInForce(annexOn('5', '2026-12-31').source, '2026-12-31'); // => true
 */
export function isInForce({ from, until }: LawSource, day: string): boolean {
  return (from === null || from <= day) && (until === null || day <= until);
}
