import type * as z from 'zod';
import { signAs } from '../../acting/signer.ts';
import type { Decision } from '../../kernel/fold.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { actOutOfOrder } from '../../values/day-order.ts';
import type { correctInventoryLine, removeFileDocument } from './commands.ts';
import type { LineActContext } from './context.ts';
import { refsOf, refuseUnlessOpen } from './decide.ts';
import { fileDocumentRemoved, inventoryLineCorrected } from './facts/events.ts';
import type { FileState, InventoryItem } from './facts/state.ts';
import {
  documentRemoved,
  filePartIsCertified,
  inventoryLineUnknown,
  removalActMissing,
} from './refusals.ts';

/** Decides `remove-file-document`: by an act, signed by who keeps the files (R2 §3.2). D17. */
export function decideRemoveDocument(
  state: FileState,
  input: z.output<typeof removeFileDocument.schema>,
  { on, edition, official, ground }: LineActContext,
): Decision {
  const { file, item, replacedBy, reason, signer: person, office } = input;
  const held = standingLine(state, file, item);
  if (isRefusal(held)) return held;
  if (ground?.kind !== 'act' || ground.number === null || ground.date === null) {
    return removalActMissing({ file, item, ground: ground?.kind ?? '—' });
  }
  if (on < held.on) return actOutOfOrder({ on, after: held.on });
  if (replacedBy !== null) {
    const other = replacedBy === item ? inventoryLineUnknown({ file, item: replacedBy }) : null;
    const substitute = other ?? standingLine(state, file, replacedBy);
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

/** Decides `correct-inventory-line`: it carries the line's day and ids, and its own day beside. */
export function decideCorrectLineOfFile(
  state: FileState,
  input: z.output<typeof correctInventoryLine.schema>,
  { on: actedOn, edition, official }: LineActContext,
): Decision {
  const { file, item, signer: person, office } = input;
  const held = standingLine(state, file, item);
  if (isRefusal(held)) return held;
  if (actedOn < held.on) return actOutOfOrder({ on: actedOn, after: held.on });
  const { title, number, date, sheets, medium, original, reason } = input;
  const recounted = sheets !== held.sheets || medium !== held.medium;
  // What an inscription has counted may not change under it.
  if (recounted && (state.certified || item < state.partFrom)) {
    return filePartIsCertified({ file, part: state.part });
  }
  const asked = { person, office, on: actedOn };
  const signer = signAs(official, asked, edition.archive.handOverOffices);
  if (isRefusal(signer)) return signer;
  const about = { file, learner: state.learner, item, corrects: held.eventId, actedOn };
  const words = {
    title: { value: title },
    ...(number === null ? {} : { number: { value: number } }),
    ...(reason === undefined ? {} : { reason: { value: reason } }),
  };
  const facts = { date, sheets, medium, original, signer, edition: edition.edition };
  const refs = { ...held.refs, official: [...(held.refs.official ?? []), person] };
  return [
    inventoryLineCorrected.draft({
      occurredOn: held.on,
      refs,
      data: { ...about, ...words, ...facts },
    }),
  ];
}

/** A line of an open file whose document is still in it. */
function standingLine(state: FileState, file: string, item: number): InventoryItem | Refusal {
  const no = refuseUnlessOpen(state, file);
  if (no !== null) return no;
  const held = state.lines.get(item);
  if (held === undefined) return inventoryLineUnknown({ file, item });
  return held.removedOn === null ? held : documentRemoved({ file, item, on: held.removedOn });
}
