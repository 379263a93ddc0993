import { nameWithInitials } from '@letopis/core';
import { foldText } from '@letopis/core/values';

/*
 * Namesakes on one page are told apart: by the number of the personal file, or by the birth date
 * where there is no file. RK §4 situation 1.
 */

/** What a page prints beside a name that another person on it has too. */
export interface ToldApart {
  readonly by: 'file-number' | 'birth-date';
  /** The number, or the calendar day. */
  readonly value: string;
}

/**
 * The persons of a page whose printed names could be one another's: names of one surname and the
 * same initials, which covers equal names. Names are compared without case, and `ё` as `е`.
 *
 * @param names the printed name of each person; those without one are left out.
 */
export function namesakesAmong(names: ReadonlyMap<string, string>): readonly (readonly string[])[] {
  const alike = new Map<string, string[]>();
  for (const [person, name] of names) {
    const printed = foldText(nameWithInitials(name));
    alike.set(printed, [...(alike.get(printed) ?? []), person]);
  }
  return [...alike.values()].filter((persons) => persons.length > 1);
}
