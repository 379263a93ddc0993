import type * as z from 'zod';
import type { Decision } from '../../kernel/fold.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { commendationUnknown } from '../../merit/commendation/facts/unknown.ts';
import { refuseIfArchived } from '../../record/refusals.ts';
import { actOutOfOrder } from '../../values/day-order.ts';
import type { addFileDocument, closeFile, openFile } from './commands.ts';
import type { DocumentContext } from './context.ts';
import { fileClosed, fileDocumentAdded, fileOpened } from './facts/events.ts';
import type { FileState } from './facts/state.ts';
import { commendationOfAnother } from './facts/unknown.ts';
import { fileIsClosed, filePartIsCertified, fileStillOpen, fileUnknown } from './refusals.ts';

/** Decides `open-file` on the stream of the learner's n-th file, which must be empty. */
export function decideOpenFile(
  state: FileState,
  input: z.output<typeof openFile.schema> & { readonly file: string },
): Decision {
  const { file, learner, number, index, on } = input;
  // Two openings at once: the second meets the file of the first.
  if (state.file !== null) return fileStillOpen({ file, number: state.number, learner });
  const data = { file, learner, number, index };
  return [fileOpened.draft({ occurredOn: on, refs: refsOf(data), data })];
}

/**
 * Decides `add-file-document`, under the next item number. Refuses `file-part-certified`, and a
 * commendation that is unknown or another learner's. R1 §5.4.
 */
export function decideAddFileDocument(
  state: FileState,
  input: z.output<typeof addFileDocument.schema>,
  { commendationState }: DocumentContext,
): Decision {
  const { file, title, number, date, sheets, medium, original, on } = input;
  const refused = refuseUnlessOpen(state, file);
  if (refused !== null) return refused;
  if (on < state.openedOn) return actOutOfOrder({ on, after: state.openedOn });
  if (state.certified) return filePartIsCertified({ file, part: state.part });
  const { learner } = state;
  const commendation = commendationOf(input);
  if (commendation !== null) {
    if (commendationState === null || commendationState.id === null)
      return commendationUnknown({ commendation });
    if (commendationState.learner !== learner)
      return commendationOfAnother({ commendation, learner });
  }
  const numbered = number === null ? {} : { number: { value: number } };
  const about = typeof input.about === 'string' ? input.about : commendation;
  const whose = { file, learner };
  const words = { title: { value: title }, ...numbered };
  const item = state.itemCount + 1;
  const data = { ...whose, item, ...words, date, sheets, medium, original, about };
  const refs = { ...refsOf(whose), commendation: commendation === null ? [] : [commendation] };
  return [fileDocumentAdded.draft({ occurredOn: on, refs, data })];
}

/** Id of the commendation that the document is about, or null. */
export function commendationOf({
  about,
}: Pick<z.output<typeof addFileDocument.schema>, 'about'>): string | null {
  return about === null || typeof about === 'string' ? null : about.commendation;
}

/** Decides `close-file`: not before the file's latest event. */
export function decideCloseFile(
  state: FileState,
  input: z.output<typeof closeFile.schema>,
): Decision {
  const { file, on } = input;
  const refused = refuseUnlessOpen(state, file);
  if (refused !== null) return refused;
  if (on < state.lastOn) return actOutOfOrder({ on, after: state.lastOn });
  const data = { file, learner: state.learner };
  return [fileClosed.draft({ occurredOn: on, refs: refsOf(data), data })];
}

/**
 * Refuses `file-unknown`, `file-closed`, and what {@link refuseIfArchived} refuses of a file that
 * the archive has.
 */
export function refuseUnlessOpen(state: FileState, file: string): Refusal | null {
  if (state.file === null) return fileUnknown({ file });
  const refused = refuseIfArchived(state.archival, `file-${file}`);
  if (refused !== null) return refused;
  return state.closedOn === null ? null : fileIsClosed({ file, on: state.closedOn });
}

/** The refs of a file's events. */
export const refsOf = ({ file, learner }: { readonly file: string; readonly learner: string }) => ({
  file: [file],
  learner: [learner],
});
