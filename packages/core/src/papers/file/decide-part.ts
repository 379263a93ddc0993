import type * as z from 'zod';
import type { ActDay } from '../../acting/act-day.ts';
import { signAs } from '../../acting/signer.ts';
import type { Decision } from '../../kernel/fold.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { OfficialState } from '../../rules/official/facts/state.ts';
import { actOutOfOrder } from '../../values/day-order.ts';
import type { certifyFilePart, openFilePart } from './commands.ts';
import { refsOf, refuseUnlessOpen } from './decide.ts';
import { filePartCertified, filePartOpened } from './facts/events.ts';
import type { FileState } from './facts/state.ts';
import { sheetsListed } from './facts/state.ts';
import { filePartIsCertified, filePartNotCertified, sheetsMiscounted } from './refusals.ts';

/**
 * Decides `certify-file-part`, signed in an office that keeps the files (R2 §3.2). Refuses
 * `sheets-miscounted` where the count differs from the inventory.
 */
export function decideCertifyPart(
  state: FileState,
  input: z.output<typeof certifyFilePart.schema>,
  { on, edition, official }: ActDay & { readonly official: OfficialState },
): Decision {
  const { file, sheets, inventorySheets, signer: person, office } = input;
  const refused = refuseUnlessOpen(state, file);
  if (refused !== null) return refused;
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

/** Decides `open-file-part`, once the last part is certified. */
export function decideOpenPart(
  state: FileState,
  { file }: z.output<typeof openFilePart.schema>,
  { on }: ActDay,
): Decision {
  const refused = refuseUnlessOpen(state, file);
  if (refused !== null) return refused;
  const { part, learner, itemCount } = state;
  if (!state.certified) return filePartNotCertified({ file, part });
  if (on < state.lastOn) return actOutOfOrder({ on, after: state.lastOn });
  const data = { file, learner, part: part + 1, fromItem: itemCount + 1 };
  return [filePartOpened.draft({ occurredOn: on, refs: refsOf(data), data })];
}
