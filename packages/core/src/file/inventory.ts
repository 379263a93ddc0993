import * as z from 'zod';
import type { ActDay } from '../acting/act-day.ts';
import { actOutOfOrder } from '../acting/act-day.ts';
import { signAs, signerGiven } from '../acting/signer.ts';
import { command } from '../kernel/command.ts';
import type { Decision } from '../kernel/decider.ts';
import type { Ground } from '../kernel/event.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal, refusal } from '../kernel/refusal.ts';
import type { OfficialState } from '../official/state.ts';
import { complaint } from '../values/complaint.ts';
import { localDate } from '../values/local-date.ts';
import { shortText } from '../values/text.ts';
import { fileKey } from './commands.ts';
import { fileDocumentRemoved, inventoryLineCorrected } from './events.ts';
import type { FileState, InventoryItem } from './file.ts';
import { filePartIsCertified, refuseUnlessOpen, refsOf } from './file.ts';

/*
 * What happens to a line of the inventory later: its document leaves the file by an act, or the
 * line is corrected. Neither overwrites it. D17.
 */

/* Commands */

const line = { file: fileKey, item: z.int().min(1) } as const;
const signs = { ...signerGiven } as const;

/**
 * Takes a document out of a file, on an act as ground; `replacedBy` is the line of what took its
 * place, such as a copy. The reason is about the learner, so personal. D17.
 */
export const removeFileDocument = command(
  'remove-file-document',
  z.strictObject({
    ...line,
    replacedBy: z.int().min(1).nullable().default(null),
    reason: shortText(500),
    ...signs,
    on: localDate.optional(),
  }),
  ['reason'],
);

/** Corrects a line of the inventory: the whole line as it is to read. D17. */
export const correctInventoryLine = command(
  'correct-inventory-line',
  z
    .strictObject({
      ...line,
      title: shortText(500),
      number: shortText(64).nullable().default(null),
      date: localDate.nullable().default(null),
      sheets: z.int().min(0).max(100_000),
      medium: z.enum(['paper', 'electronic']),
      original: z.boolean(),
      reason: shortText(500).optional(),
      ...signs,
      on: localDate.optional(),
    })
    .refine(({ medium, sheets }) => medium === 'electronic' || sheets > 0, {
      path: ['sheets'],
      error: complaint(
        'бумажный документ без листов (дано: 0): укажите число листов',
        'a paper document without sheets (got: 0): give their number',
      ),
    }),
  ['title', 'number', 'reason'],
);

/* Refusals */

/** A document leaves a file by an act. */
export const removalActMissing = refusal(
  'removal-act-missing',
  (d: { file: string; item: number; ground: string }) => ({
    ru: `Документ ${d.item} изымают из дела ${d.file} по акту с номером и датой, дано: ${d.ground}`,
    en: `Document ${d.item} leaves ${d.file} by an act with number and date, given: ${d.ground}`,
  }),
);

/** The inventory has no such line. */
export const inventoryLineUnknown = refusal(
  'inventory-line-unknown',
  (d: { file: string; item: number }) => ({
    ru: `В описи дела ${d.file} нет строки ${d.item}: проверьте номер`,
    en: `The inventory of ${d.file} has no line ${d.item}: check the number`,
  }),
);

/** The document has left the file. */
export const documentRemoved = refusal(
  'document-removed',
  (d: { file: string; item: number; on: string }) => ({
    ru: `Документ ${d.item} изъят из дела ${d.file} ${d.on}: выберите другой`,
    en: `Document ${d.item} left the file ${d.file} on ${d.on}: choose another one`,
  }),
);

/* Decide */

/** What an act on a line reads: its day, who signs, and its paper. */
export interface LineActContext extends ActDay {
  readonly official: OfficialState;
  readonly ground: Ground | null;
}

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
