import type { NameParts } from '@letopis/core';
import { partsOf, textOf } from '../views/people.ts';
import type { RegisterEntry } from '../views/register-entry.ts';
import type { Reading, ShownText } from './reading.ts';
import { shownText } from './reading.ts';

/** Who a document says that its learner is, whatever they are called now. RK 1.10. */
export interface PrintedIdentity {
  /** Empty where the document has no name. */
  readonly nameOn: ShownText;
  /** The name in parts; `null` where it is erased or was entered as a line without parts. */
  readonly nameParts: NameParts | null;
  /** Empty where the document was entered before birth dates were kept with it. */
  readonly birthDateOn: ShownText;
}

/** Reads the name and the birth date that a document prints: as entered, or as corrected last. */
export async function printedIdentity(
  reading: Reading,
  { learner, entered, corrections }: RegisterEntry,
): Promise<PrintedIdentity> {
  const notes = (await reading.person(learner))?.notes ?? {};
  const facts = [entered, ...corrections.map(({ fact }) => fact)].map(({ source }) => source.event);
  const last = (field: string) =>
    facts.map((event) => notes[event]?.[field]).findLast((value) => value !== undefined);
  const name = last('name');
  return {
    nameOn: shownText(textOf(name)),
    nameParts: partsOf(name),
    birthDateOn: shownText(textOf(last('birthDate'))),
  };
}
