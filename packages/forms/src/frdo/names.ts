import type { NameParts } from '@letopis/core';
import { nameLine } from '@letopis/core';
import type { RegisterPageEntry } from '@letopis/projections/reports';
import type { Person } from '@letopis/projections/views';
import type { FrdoGap, FrdoTemplate } from './template.ts';

/** The part of a person's `people` view that rows need. */
export type FrdoPerson = Pick<Person, 'name' | 'nameParts' | 'birthDate' | 'snils'>;

/** A name for a row: its parts, why they are not known, or `null` where no name is on record. */
export type RowName = { readonly parts: NameParts } | FrdoGap | null;

/**
 * The name that a document printed or, where the entry has none, the person's present one. A line
 * is never taken apart here: its parts come from the document's entry, or from the person's own
 * where these make the same line. RK 1.10.
 */
export function nameFor(
  { nameOn, nameParts }: Pick<RegisterPageEntry, 'nameOn' | 'nameParts'>,
  person: FrdoPerson | null,
): RowName {
  if (nameOn.erased) return { code: 'erased' };
  const now = person?.nameParts ?? null;
  if (nameOn.text === null) return presentName(person);
  const same = now !== null && nameLine(now) === nameOn.text;
  const unsaid = nameParts === null || nameParts.patronymic === undefined;
  const parts = unsaid && same ? now : nameParts;
  return parts === null ? { code: 'name-not-in-parts', name: nameOn.text } : { parts };
}

/**
 * The name that the original of a duplicate printed. The present name is never taken for it: where
 * neither the entry nor the record of its day has one, a person says it. RK 1.10.
 */
export function nameOfOriginal(
  original: Pick<RegisterPageEntry, 'nameOn' | 'nameParts'>,
  person: FrdoPerson | null,
): RowName {
  const { text, erased } = original.nameOn;
  return text === null && !erased ? { code: 'original-name-unknown' } : nameFor(original, person);
}

function presentName(person: FrdoPerson | null): RowName {
  const name = person?.name ?? null;
  if (person === null || name === null) return null;
  if (!('value' in name)) return { code: 'erased' };
  const { nameParts } = person;
  return nameParts === null
    ? { code: 'name-not-in-parts', name: name.value }
    : { parts: nameParts };
}

/** Column keys of a name: of the holder, or of the original's. */
export type NameKeys = readonly [surname: string, givenName: string, patronymic: string];

/** The values of a name's columns, and why a cell stays empty. */
export interface NameCells {
  readonly values: Readonly<Record<string, string>>;
  readonly gaps: Readonly<Record<string, FrdoGap>>;
}

/**
 * Puts the parts into their columns. A part that the person is said not to have is the column's
 * word for none; one that nobody spoke of, and one in Latin letters, is left out.
 */
export function nameCells({ columns }: FrdoTemplate, keys: NameKeys, name: RowName): NameCells {
  if (name === null) return { values: {}, gaps: {} };
  if ('code' in name) {
    return { values: {}, gaps: Object.fromEntries(keys.map((key) => [key, name])) };
  }
  const { family, given, patronymic } = name.parts;
  const values: Record<string, string> = {};
  const gaps: Record<string, FrdoGap> = {};
  [family, given, patronymic].forEach((part, index) => {
    const key = keys[index] ?? '';
    if (part === undefined) gaps[key] = { code: 'patronymic-unsaid', name: nameLine(name.parts) };
    else if (part === null) values[key] = columns.find((one) => one.key === key)?.absent?.[0] ?? '';
    else if (isLatin(part)) gaps[key] = { code: 'name-in-latin', name: part };
    else values[key] = part;
  });
  return { values, gaps };
}

const isLatin = (part: string): boolean =>
  /\p{Script=Latin}/u.test(part) && !/\p{Script=Cyrillic}/u.test(part);
