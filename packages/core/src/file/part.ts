import * as z from 'zod';
import type { ActDay } from '../acting/act-day.ts';
import { actOutOfOrder } from '../acting/act-day.ts';
import { signAs, signerGiven } from '../acting/signer.ts';
import { command } from '../kernel/command.ts';
import type { Decision } from '../kernel/decider.ts';
import { isRefusal, refusal } from '../kernel/refusal.ts';
import type { OfficialState } from '../official/state.ts';
import { localDate } from '../values/local-date.ts';
import { fileKey } from './commands.ts';
import { filePartCertified, filePartOpened } from './events.ts';
import type { FileState } from './file.ts';
import { filePartIsCertified, refuseUnlessOpen, refsOf } from './file.ts';

/*
 * Parts (тома) of a personal file, each with its certifying inscription: a thick file goes on in
 * the next part, and the inventory's numbers run through. Archive rules (Rosarchiv order 77 of
 * 2023).
 */

/* Commands */

/** Certifies the last part: its numbered sheets, and those of its inventory. D17. */
export const certifyFilePart = command(
  'certify-file-part',
  z.strictObject({
    file: fileKey,
    sheets: z.int().min(0).max(100_000),
    inventorySheets: z.int().min(0).max(1000).default(0),
    ...signerGiven,
    on: localDate.optional(),
  }),
);

/** Opens the next part of a file, once the last one is certified. D17. */
export const openFilePart = command(
  'open-file-part',
  z.strictObject({ file: fileKey, on: localDate.optional() }),
);

/* Refusals */

/** The inscription and the inventory count alike. */
export const sheetsMiscounted = refusal(
  'sheets-miscounted',
  (d: { file: string; counted: number; listed: number }) => ({
    ru: `В деле ${d.file} насчитано листов ${d.counted}, по описи ${d.listed}: пересчитайте`,
    en: `Counted in ${d.file}: ${d.counted} sheets, by the inventory ${d.listed}: count again`,
  }),
);

/** A next part follows a certified one. */
export const filePartNotCertified = refusal(
  'file-part-not-certified',
  (d: { file: string; part: number }) => ({
    ru: `Часть ${d.part} личного дела ${d.file} не заверена: сначала заверьте её`,
    en: `Part ${d.part} of the file ${d.file} is not certified: certify it first`,
  }),
);

/* Decide */

/**
 * Sheets of paper that the inventory lists in the last part of a file: of documents still in it.
 * @example
 * sheetsListed(state); // => 12
 */
export function sheetsListed({ lines, partFrom }: Pick<FileState, 'lines' | 'partFrom'>): number {
  return [...lines].reduce((sum, [item, { medium, removedOn, sheets }]) => {
    const counts = item >= partFrom && medium === 'paper' && removedOn === null;
    return counts ? sum + sheets : sum;
  }, 0);
}

/** Decides `certify-file-part`, signed by who keeps the files (R2 §3.2). */
export function decideCertifyPart(
  state: FileState,
  input: z.output<typeof certifyFilePart.schema>,
  { on, edition, official }: ActDay & { readonly official: OfficialState },
): Decision {
  const { file, sheets, inventorySheets, signer: person, office } = input;
  const no = refuseUnlessOpen(state, file);
  if (no !== null) return no;
  const { part, learner } = state;
  if (state.certified) return filePartIsCertified({ file, part });
  if (on < state.lastOn) return actOutOfOrder({ on, after: state.lastOn });
  const listed = sheetsListed(state);
  if (sheets !== listed) return sheetsMiscounted({ file, counted: sheets, listed });
  const signer = signAs(official, { person, office, on }, edition.archive.handOverOffices);
  if (isRefusal(signer)) return signer;
  const counted = { part, sheets, inventorySheets };
  const data = { file, learner, ...counted, signer, edition: edition.edition };
  const refs = { ...refsOf(data), official: [person] };
  return [filePartCertified.draft({ occurredOn: on, refs, data })];
}

/** Decides `open-file-part`. */
export function decideOpenPart(
  state: FileState,
  { file }: z.output<typeof openFilePart.schema>,
  { on }: ActDay,
): Decision {
  const no = refuseUnlessOpen(state, file);
  if (no !== null) return no;
  const { part, learner, items } = state;
  if (!state.certified) return filePartNotCertified({ file, part });
  if (on < state.lastOn) return actOutOfOrder({ on, after: state.lastOn });
  const data = { file, learner, part: part + 1, fromItem: items + 1 };
  return [filePartOpened.draft({ occurredOn: on, refs: refsOf(data), data })];
}
