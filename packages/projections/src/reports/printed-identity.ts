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
  /** Empty where the document was entered before birth dates were kept with it, or has none. */
  readonly birthDateOn: ShownText;
  /**
   * Whether who the document was made out to was changed by a closed act since: name and birth date
   * are those of now, and what it printed is seen only by an office that opens it. RK 1.10.
   */
  readonly closed: boolean;
}

/** Reads the name and the birth date that a document prints, each as corrected last. */
export async function printedIdentity(
  reading: Reading,
  { learner, inForce, on }: RegisterEntry,
): Promise<PrintedIdentity> {
  const { notes = {}, closedChange = null } = (await reading.person(learner)) ?? {};
  const name = notes[inForce.named]?.['name'];
  const writtenOn = inForce.old === null ? on : inForce.content.issuedOn;
  return {
    nameOn: shownText(textOf(name)),
    nameParts: partsOf(name),
    birthDateOn: shownText(textOf(notes[inForce.born]?.['birthDate'])),
    closed: closedChange !== null && writtenOn < closedChange.on,
  };
}

/**
 * The identity that a document printed; where its entry has no name, that on record on the day of
 * its issue: an older entry has one only where it differed. RK 1.10.
 */
export async function identityThen(
  reading: Reading,
  line: RegisterEntry,
): Promise<PrintedIdentity> {
  const printed = await printedIdentity(reading, line);
  if (printed.nameOn.text !== null || printed.nameOn.erased) return printed;
  const { issuedOn } = line.inForce.content;
  const entries = (await reading.person(line.learner))?.entries ?? [];
  const then = entries.findLast(
    ({ on, annulled, values }) =>
      on <= issuedOn && annulled === null && values['name'] !== undefined,
  );
  const name = then?.values['name'];
  return { ...printed, nameOn: shownText(textOf(name)), nameParts: partsOf(name) };
}
