import type { NameParts, Personal } from '@letopis/core';
import { foldText } from '@letopis/core/values';
import type { Person, PersonalValue } from '../views/people.ts';
import { textOf } from '../views/people.ts';

/*
 * Free texts are written by people, and a reason or a title may name whom nobody may find any more.
 * A text is looked through word by word, so that «Ивановой» is found where «Иванова» is secret.
 */

/** What stands where a word was taken out. */
export const WITHHELD = '[…]';

/** A name as it is looked for: its parts, or its line. */
export type SoughtName = NameParts | string;

/**
 * Makes what takes secret words out of a text: those of names, in any case of the language, save
 * the words that a name in use has too; and values such as numbers and days, the days in the ways
 * in which they are written.
 */
export function withholding(
  names: readonly SoughtName[],
  values: readonly string[],
  inUse: readonly SoughtName[],
): (text: string) => string {
  const kept = inUse.flatMap(wordsOf).map(foldText);
  const stems = names
    .flatMap(wordsOf)
    .map(stemOf)
    .filter((stem) => stem !== '' && !kept.some((word) => isFormOf(word, stem)));
  const plain = values.flatMap(waysToWrite);
  return (text) => {
    const left = plain.reduce((now, value) => now.replaceAll(value, WITHHELD), text);
    if (stems.length === 0) return left;
    return left.replaceAll(WORD, (word) => {
      const isSecret = isCapital(word) && stems.some((stem) => isFormOf(foldText(word), stem));
      return isSecret ? WITHHELD : word;
    });
  };
}

const WORD = /\p{L}+/gu;

function wordsOf(name: SoughtName): readonly string[] {
  const parts =
    typeof name === 'string' ? [name] : [name.family, name.given, name.patronymic, name.latin];
  const words = parts.flatMap((part) => part?.match(WORD) ?? []);
  return words.filter((word) => word.length > 1 && isCapital(word));
}

const isCapital = (word: string): boolean => word[0] !== word[0]?.toLowerCase();

/** Endings that a case of the language changes. */
const ENDING = /(?:[аеёиоуыэюяйь]{1,2})$/u;

/** How much longer than its stem a word in another case may be. */
const ENDING_MAX = 3;

function stemOf(word: string): string {
  const folded = foldText(word);
  const stem = folded.replace(ENDING, '');
  return stem.length < 3 ? folded : stem;
}

const isFormOf = (folded: string, stem: string): boolean =>
  folded.startsWith(stem) && folded.length <= stem.length + ENDING_MAX;

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;

/** A day also as `05.03.2014` and `5.3.2014`; a number also without what divides it. */
function waysToWrite(value: string): readonly string[] {
  const [, year, month = '', day = ''] = DAY.exec(value) ?? [];
  if (year !== undefined) {
    return [value, `${day}.${month}.${year}`, `${Number(day)}.${Number(month)}.${year}`];
  }
  const bare = value.replaceAll(/[\s()-]/gu, '');
  return bare === '' || bare === value ? [value] : [value, bare];
}

/** The name in use: in parts where it has them. */
export const nameOf = ({ name, nameParts }: Person): Personal<PersonalValue> | null =>
  nameParts === null ? name : { value: nameParts };

/** The names that a value has, as they are looked for. */
export function soughtName(
  value: Personal<PersonalValue> | null | undefined,
): readonly SoughtName[] {
  if (value === null || value === undefined || 'erased' in value) return [];
  const { value: given } = value;
  if (typeof given === 'object' && 'family' in given) return [given];
  return soughtText(textOf(value));
}

/** The text that a value has, if any. */
export function soughtText(value: Personal<PersonalValue> | null | undefined): readonly string[] {
  if (value === null || value === undefined || 'erased' in value) return [];
  return typeof value.value === 'string' ? [value.value] : [];
}
