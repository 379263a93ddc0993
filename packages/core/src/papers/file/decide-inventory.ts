import type * as z from 'zod';
import { signAs } from '../../acting/signer.ts';
import type { Decision } from '../../kernel/fold.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { addedAfter } from '../../record/added.ts';
import { actOutOfOrder } from '../../values/day-order.ts';
import type { correctInventoryLine, removeFileDocument } from './commands.ts';
import type { FileActContext, LineCorrectionContext } from './context.ts';
import { refuseUnlessRightable } from './decide-added.ts';
import { refsOf, refuseUnlessOpen } from './decide.ts';
import { fileDocumentRemoved, inventoryLineCorrected } from './facts/events.ts';
import type { FileState, InventoryItem } from './facts/state.ts';
import {
  documentRemoved,
  filePartIsCertified,
  fileUnknown,
  inventoryLineUnknown,
  removalActMissing,
} from './refusals.ts';

/**
 * Decides `remove-file-document`: by an act, signed in an office that keeps the files (R2 §3.2).
 * D17.
 */
export function decideRemoveDocument(
  state: FileState,
  input: z.output<typeof removeFileDocument.schema>,
  { on, edition, official, ground }: FileActContext,
): Decision {
  const { file, item, replacedBy, reason, signer: person, office } = input;
  const entry = itemStillInFile(state, file, item);
  if (isRefusal(entry)) return entry;
  if (ground?.kind !== 'act' || ground.number === null || ground.date === null) {
    return removalActMissing({ file, item, ground: ground?.kind ?? '—' });
  }
  if (on < entry.on) return actOutOfOrder({ on, after: entry.on });
  if (replacedBy !== null) {
    const other = replacedBy === item ? inventoryLineUnknown({ file, item: replacedBy }) : null;
    const substitute = other ?? itemStillInFile(state, file, replacedBy);
    if (isRefusal(substitute)) return substitute;
  }
  const signer = signAs(official, { person, office, on }, edition.archive.handOverOffices);
  if (isRefusal(signer)) return signer;
  const whose = { file, learner: state.learner };
  const why = { reason: { value: reason } };
  const data = { ...whose, item, replacedBy, ...why, signer, edition: edition.edition };
  const refs = { ...refsOf(whose), official: [person] };
  return [fileDocumentRemoved.draft({ occurredOn: on, refs, data })];
}

/**
 * Decides `correct-inventory-line`. The event carries the day and refs of the item; `actedOn` is
 * its own day. In a file that the archive has it is added by order, even if the file was closed.
 * Refuses `file-part-certified` where the number of sheets of a certified part would change, and as
 * `refuseUnlessRightable` does. D17, RK 1.9.
 */
export function decideCorrectInventoryItem(
  state: FileState,
  input: z.output<typeof correctInventoryLine.schema>,
  context: LineCorrectionContext,
): Decision {
  const { file, item, signer: person, office } = input;
  const { on: actedOn, edition, official, ground } = context;
  const by = { act: 'correct-inventory-line', ground };
  const no =
    (state.file === null ? fileUnknown({ file }) : null) ??
    refuseUnlessRightable(state, input, by, context) ??
    (state.archival.accepted ? null : refuseUnlessOpen(state, file));
  if (no !== null) return no;
  const entry = itemIn(state, file, item);
  if (isRefusal(entry)) return entry;
  if (actedOn < entry.on) return actOutOfOrder({ on: actedOn, after: entry.on });
  const { title, number, date, sheets, medium, original, reason } = input;
  const recounted = sheets !== entry.sheets || medium !== entry.medium;
  // What an inscription has counted may not change under it.
  if (recounted && (state.certified || item < state.partFrom)) {
    return filePartIsCertified({ file, part: state.part });
  }
  const asked = { person, office, on: actedOn };
  const signer = signAs(official, asked, edition.archive.handOverOffices);
  if (isRefusal(signer)) return signer;
  const about = { file, learner: state.learner, item, corrects: entry.eventId, actedOn };
  const words = {
    title: { value: title },
    ...(number === null ? {} : { number: { value: number } }),
    ...(reason === undefined ? {} : { reason: { value: reason } }),
  };
  const added = addedAfter(state.archival, input);
  const facts = { date, sheets, medium, original, signer, ...added, edition: edition.edition };
  const refs = { ...entry.refs, official: [...(entry.refs.official ?? []), person] };
  return [
    inventoryLineCorrected.draft({
      occurredOn: entry.on,
      refs,
      data: { ...about, ...words, ...facts },
    }),
  ];
}

/** The item, if the file is open and its document is still in it. */
function itemStillInFile(state: FileState, file: string, item: number): InventoryItem | Refusal {
  return refuseUnlessOpen(state, file) ?? itemIn(state, file, item);
}

function itemIn(state: FileState, file: string, item: number): InventoryItem | Refusal {
  const entry = state.items.get(item);
  if (entry === undefined) return inventoryLineUnknown({ file, item });
  return entry.removedOn === null ? entry : documentRemoved({ file, item, on: entry.removedOn });
}
