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

/** Reads the name that a document prints, as corrected last, and the birth date as entered. */
export async function printedIdentity(
  reading: Reading,
  { learner, event, inForce }: RegisterEntry,
): Promise<PrintedIdentity> {
  const notes = (await reading.person(learner))?.notes ?? {};
  const name = notes[inForce.named]?.['name'];
  return {
    nameOn: shownText(textOf(name)),
    nameParts: partsOf(name),
    birthDateOn: shownText(textOf(notes[event]?.['birthDate'])),
  };
}
