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
  /**
   * Whether who the document was made out to was changed by a closed act since: name and birth date
   * are those of now, and what it printed is seen only by an office that opens it. RK 1.10.
   */
  readonly closed: boolean;
}

/** Reads the name that a document prints, as corrected last, and the birth date as entered. */
export async function printedIdentity(
  reading: Reading,
  { learner, event, inForce, on }: RegisterEntry,
): Promise<PrintedIdentity> {
  const { notes = {}, closedChange = null } = (await reading.person(learner)) ?? {};
  const name = notes[inForce.named]?.['name'];
  return {
    nameOn: shownText(textOf(name)),
    nameParts: partsOf(name),
    birthDateOn: shownText(textOf(notes[event]?.['birthDate'])),
    closed: closedChange !== null && on < closedChange.on,
  };
}
