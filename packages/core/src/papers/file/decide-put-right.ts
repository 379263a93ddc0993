import type * as z from 'zod';
import { personalReason } from '../../acting/annulling.ts';
import { annulmentData, annulmentPlace, findPutRight } from '../../acting/putting-right.ts';
import type { RestingFact } from '../../entry/refusals.ts';
import { entryRestedOn } from '../../entry/refusals.ts';
import type { ReceivedCommand } from '../../kernel/command.ts';
import type { Decision } from '../../kernel/fold.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { addedAfter } from '../../record/added.ts';
import type { annulFileEntry } from './commands.ts';
import type { AnnulFileContext } from './context.ts';
import { refuseUnlessRightable } from './decide-added.ts';
import { fileEntryAnnulled } from './facts/events.ts';
import type { FileEntry, FileState } from './facts/state.ts';
import { countingEntries, unfitFileEntries } from './facts/state.ts';

/**
 * Decides `annul-file-entry`: what was entered in error never was. Refuses `entry-rested-on` where
 * later entries could not be without it, or the learner's next file was opened because this one was
 * closed; and as `findPutRight` and `refuseUnlessRightable` do. D17, RK 1.8, 1.9.
 */
export function decideAnnulFileEntry(
  state: FileState,
  input: z.output<typeof annulFileEntry.schema>,
  { next, ...context }: AnnulFileContext,
  { sender: { ground } }: Pick<ReceivedCommand, 'sender'>,
): Decision {
  const { file, entry } = input;
  const by = { act: 'annul-file-entry', ground };
  const shut = refuseUnlessRightable(state, input, by, context);
  if (shut !== null) return shut;
  const asked = { ...by, of: file, orderRequired: false };
  const found = findPutRight(state, input, context, asked);
  if (isRefusal(found)) return found;
  const { event } = found.entry;
  const rest = countingEntries(state).filter(({ id }) => id !== entry);
  const resting = unfitFileEntries(rest);
  const facts = [...resting, ...openedAfter(event, next)].map(restingFact);
  if (facts.length > 0) return entryRestedOn({ entry, facts });
  const { learner } = event.data;
  const annulled = { ...annulmentData(found, context, null), ...personalReason(input) };
  const data = { file, learner, ...annulled, ...addedAfter(state.archival, input) };
  return [fileEntryAnnulled.draft({ ...annulmentPlace(found), data })];
}

/** The opening of the next file, which needs this one to be closed. */
const openedAfter = ({ type }: FileEntry, next: FileState): readonly FileEntry[] =>
  type === 'FileClosed' ? countingEntries(next).filter((one) => one.type === 'FileOpened') : [];

const restingFact = ({ type, id, occurredOn: on }: FileEntry): RestingFact => ({ type, id, on });
