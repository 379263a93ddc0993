import { entryRestedOn } from '../../entry/refusals.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import type { EnrollmentState } from '../../study/enrollment/facts/state.ts';
import { refuseUnlessBlankUsable } from './blank/decide-in-register.ts';
import type { BlankStockState } from './blank/facts/state.ts';
import { placeOf, placesIn } from './decide-old-book.ts';
import type { RegisterEntry } from './facts/entry-state.ts';
import { documentParts, seriesName } from './facts/questions.ts';
import type { RegisterState } from './facts/state.ts';
import { oldLineTaken } from './old-book-refusals.ts';
import { documentNotWithdrawn, studyNotCompleted } from './refusals.ts';

/*
 * The annulment of a document may be an error itself: that of another number was meant. Then the
 * document is valid again, and what was done since must leave it its place. D15, RK 1.8.
 */

/** What annulling the annulment of a document reads from other streams. */
export interface RestoringContext {
  /** The valid document that has its place by now, in any register; null: there is none. */
  readonly rival: Pick<RegisterEntry, 'event' | 'on'> | null;
  /** The document in whose place it was issued; null for an original. */
  readonly first: Pick<RegisterEntry, 'document' | 'withdrawn'> | null;
  /** The enrollment that it is about; null: none. */
  readonly study: EnrollmentState | null;
  /** The stock of its kind of blank; null for plain paper. */
  readonly stock: BlankStockState | null;
}

/**
 * Refuses to make a document valid again that could not be: `entry-rested-on` where another one has
 * its place, `old-line-taken` where the line of an old book was taken over anew,
 * `document-not-withdrawn` where the document in whose place it stood is valid,
 * `study-not-completed` where the completion that it confirms was annulled, and, where its entry
 * was annulled as an error, as `refuseUnlessBlankUsable` does.
 */
export function refuseUnlessRestorable(
  state: RegisterState,
  { document, kind, enrollment, completedBy, paper, content, annulment, old }: RegisterEntry,
  entry: string,
  { rival, first, study, stock }: RestoringContext,
): Refusal | null {
  const { issuedOn: on } = content;
  const taken = old === null ? undefined : placesIn(state).get(placeOf(old));
  if (old !== null && taken !== undefined) return oldLineTaken({ ...old, document: taken });
  if (rival !== null) {
    return entryRestedOn({
      entry,
      facts: [{ type: 'DocumentIssued', id: rival.event, on: rival.on }],
    });
  }
  if (first !== null && (first.withdrawn === null || first.withdrawn.on > on)) {
    return documentNotWithdrawn({ document: first.document, on });
  }
  const completed = study?.lifeFacts.some((step) => step.type === 'Completed' && step.on <= on);
  if (completedBy !== null && completed !== true) {
    return studyNotCompleted({ kind, enrollment: enrollment ?? '', on });
  }
  const { blank, series, number } = paper;
  const isFree = annulment?.enteredInError === true && blank !== null && number !== null;
  if (!isFree || stock === null) return null;
  const register = seriesName(documentParts(document));
  return refuseUnlessBlankUsable(state, stock, register, { blank, series, number, on });
}
