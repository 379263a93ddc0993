import type { Ground, Language, Personal } from '@letopis/core';
import type { Run } from '../kit/table.ts';
import { shortDate } from '../kit/dates.ts';
import type { Say } from './words.ts';
import { words } from './words.ts';

/** A text in both languages, as a regulation gives it. */
interface Titled {
  readonly ru: string;
  readonly en: string;
}

/** How a page says ids, codes, names and papers in its language. */
export interface Labels {
  readonly language: Language;
  readonly say: Say;
  /** What the regulation calls a code; the code itself where no edition names it. */
  readonly titled: (titles: Readonly<Record<string, Titled>>, code: string) => string;
  /** `приказ № 12-о от 01.09.2026`; an empty text where there is no paper. */
  readonly ground: (ground: Ground | null) => string;
}

/** The labels of one language. */
export function labels(language: Language): Labels {
  const say = words(language);
  return {
    language,
    say,
    titled: (titles, code) =>
      Object.hasOwn(titles, code) ? (titles[code]?.[language] ?? code) : code,
    ground: (ground) => {
      if (ground === null) return '';
      const { kind, number, date } = ground;
      return [
        say(GROUND_WORDS[kind]),
        ...(number === null ? [] : [say('groundNumber', number)]),
        ...(date === null ? [] : [say('groundDate', shortDate(date))]),
      ].join(' ');
    },
  };
}

/**
 * A personal value in print: the value, or that it was erased, or that it was never recorded.
 * An erased value leaves the fact where it is. Source: domain §4 (Confidentiality).
 *
 * @example
 * personalText({ erased: true }, words('ru')); // => 'сведения удалены'
 */
export function personalText(field: Personal<string> | null | undefined, say: Say): string {
  if (field === null || field === undefined) return say('unknownName');
  return 'value' in field ? field.value : say('erased');
}

/** A personal value as a run of text; what is missing is set apart. */
export function personalRun(field: Personal<string> | null | undefined, say: Say): Run {
  const there = field !== null && field !== undefined && 'value' in field;
  const text = personalText(field, say);
  return there ? { text } : { text, as: 'missing' };
}

const GROUND_WORDS = {
  order: 'groundOrder',
  instruction: 'groundInstruction',
  protocol: 'groundProtocol',
  application: 'groundApplication',
  contract: 'groundContract',
  petition: 'groundPetition',
  act: 'groundAct',
  'head-decision': 'groundHeadDecision',
  law: 'groundLaw',
  import: 'groundImport',
} as const;
