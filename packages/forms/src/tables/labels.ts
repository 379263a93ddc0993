import type { Ground, Language } from '@letopis/core';
import type { ShownAct, ShownName, ShownText } from '@letopis/projections/reports';
import { isMasked } from '@letopis/projections/reports';
import type { Titled } from '@letopis/projections/views';
import { shortDate } from '../kit/dates.ts';
import type { Run } from '../kit/table.ts';
import { CODES } from '../words/codes.ts';
import type { Say } from '../words/words.ts';
import { words } from '../words/words.ts';

/** Texts for codes, names and grounds in the language of a page. */
export interface Labels {
  readonly language: Language;
  readonly say: Say;
  /** The regulation's title of a code; the code itself if no edition has it. */
  readonly titled: (title: Titled | null, code: string) => string;
  /**
   * The text of a code that regulations do not title; the code itself if the library does not know
   * it.
   */
  readonly code: (code: string) => string;
  /** `приказ № 12-о от 01.09.2026`; an empty text if there is no ground. */
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
 * A name as printed: the name, or that it was erased, or the id of a person without a name; of a
 * learner whom the reader may not know, nothing. Erasing a name leaves the fact in place. A
 * namesake's has the number of the personal file beside it, or the birth date. Source: domain §4
 * (Confidentiality), RK §4 situation 1.
 *
 * @example
 * nameText({ person: 'l-1', text: null, erased: true }, words('ru')); // => 'сведения удалены'
 */
export function nameText({ person, text, erased, apart }: ShownName, say: Say): string {
  if (isMasked(person)) return say('otherLearner');
  if (text === null) return erased ? say('erased') : person;
  if (apart === undefined) return text;
  const { by, value } = apart;
  return by === 'file-number'
    ? say('namedByFile', text, value)
    : say('namedByBirth', text, shortDate(value));
}

/** A name as a run of text; a missing one has the style `missing`. */
export function nameRun(name: ShownName, say: Say): Run {
  const text = nameText(name, say);
  return name.text === null ? { text, as: 'missing' } : { text };
}

/** A text about a person: the text, or that it was erased, or nothing if none was given. */
export function noteRuns({ text, erased }: ShownText, say: Say): readonly Run[] {
  if (text !== null) return [{ text }];
  return erased ? [{ text: say('erased'), as: 'missing' }] : [];
}

/** The paper of an act: its ground, that it came after the archive, where it lies. RK 1.9. */
export function paperOf(
  { ground, afterArchive, groundAt }: Pick<ShownAct, 'ground' | 'afterArchive' | 'groundAt'>,
  labels: Pick<Labels, 'say' | 'ground'>,
): readonly string[] {
  const after = afterArchive ? labels.say('actAfterArchive') : '';
  const lies = groundAt === null ? '' : labels.say('actGroundAt', groundAt);
  return [labels.ground(ground), after, lies].filter((part) => part !== '');
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
  court: 'groundCourt',
  guardianship: 'groundGuardianship',
  certificate: 'groundCertificate',
  import: 'groundImport',
} as const;
