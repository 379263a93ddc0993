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

/** Decides `open-file` on the n-th file of a learner, which must not be there yet. */
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

/** Decides `add-file-document`: the next line of the inventory. R1 §5.4. */
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

/** The commendation that a document is said to be about; null: it is about none. */
export function commendationOf({
  about,
}: Pick<z.output<typeof addFileDocument.schema>, 'about'>): string | null {
  return about === null || typeof about === 'string' ? null : about.commendation;
}

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

/** Why nothing may be put into a file; null: it is open. */
export function refuseUnlessOpen(state: FileState, file: string): Refusal | null {
  if (state.file === null) return fileUnknown({ file });
  const refused = refuseIfArchived(state.archival, `file-${file}`);
  if (refused !== null) return refused;
  return state.closedOn === null ? null : fileIsClosed({ file, on: state.closedOn });
}

/** The ids of a file. */
export const refsOf = ({ file, learner }: { readonly file: string; readonly learner: string }) => ({
  file: [file],
  learner: [learner],
});
