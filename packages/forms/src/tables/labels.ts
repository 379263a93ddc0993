import type { Ground, Language } from '@letopis/core';
import type { ShownName, ShownText } from '@letopis/projections/reports';
import type { Titled } from '@letopis/projections/views';
import { shortDate } from '../kit/dates.ts';
import type { Run } from '../kit/table.ts';
import { CODES } from '../words/codes.ts';
import type { Say } from '../words/words.ts';
import { words } from '../words/words.ts';

/** How a page says ids, codes, names and papers in its language. */
export interface Labels {
  readonly language: Language;
  readonly say: Say;
  /** What the regulation calls a code; the code itself where no edition names it. */
  readonly titled: (title: Titled | null, code: string) => string;
  /** What a code that no regulation names is called; the code itself where it is an own one. */
  readonly code: (code: string) => string;
  /** `приказ № 12-о от 01.09.2026`; an empty text where there is no paper. */
  readonly ground: (ground: Ground | null) => string;
}

/** The labels of one language. */
export function labelsIn(language: Language): Labels {
  const say = words(language);
  return {
    language,
    say,
    titled: (title, code) => title?.[language] ?? code,
    code: (code) => (Object.hasOwn(CODES, code) ? (CODES[code]?.[language] ?? code) : code),
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
 * A name in print: the name, or that it was erased, or the id of a person without a name. An erased
 * name leaves the fact where it is. Source: domain §4 (Confidentiality).
 *
 * @example
 * nameText({ person: 'l-1', text: null, erased: true }, words('ru')); // => 'сведения удалены'
 */
export function nameText({ person, text, erased }: ShownName, say: Say): string {
  return text ?? (erased ? say('erased') : person);
}

/** A name as a run of text; what is missing is set apart. */
export function nameRun(name: ShownName, say: Say): Run {
  const text = nameText(name, say);
  return name.text === null ? { text, as: 'missing' } : { text };
}

/** A free text about a person: the text, that it was erased, or nothing where none was given. */
export function noteRuns({ text, erased }: ShownText, say: Say): readonly Run[] {
  if (text !== null) return [{ text }];
  return erased ? [{ text: say('erased'), as: 'missing' }] : [];
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
