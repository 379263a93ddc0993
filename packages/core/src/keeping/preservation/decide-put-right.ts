import { findAnnulled } from '../../acting/annulling.ts';
import type { ActContext } from '../../acting/context.ts';
import { annulmentData, annulmentPlace } from '../../acting/putting-right.ts';
import type { Fit } from '../../entry/fitting.ts';
import type { ReceivedCommand } from '../../kernel/command.ts';
import type { Decision } from '../../kernel/fold.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { AnnulPreservationEntry } from './commands.ts';
import { preservationEntryAnnulled } from './facts/events.ts';
import { unfitPreservationEntries } from './facts/fitting-questions.ts';
import type { PreservationEntry, PreservationFacts, PreservationState } from './facts/state.ts';
import { preservationFacts } from './facts/state.ts';

const preservationFit: Fit<PreservationFacts, PreservationEntry> = {
  own: preservationFacts,
  unfit: unfitPreservationEntries,
};

/**
 * Decides `annul-preservation-entry`. Refuses `entry-rested-on` where other entries of the study
 * year could not be without it, and as `findPutRight` does. D20, RK 1.8.
 */
export function decideAnnulPreservationEntry(
  state: PreservationState,
  input: AnnulPreservationEntry,
  context: ActContext,
  { sender: { ground } }: Pick<ReceivedCommand, 'sender'>,
): Decision {
  const { studyYear, reason } = input;
  const asked = {
    act: 'annul-preservation-entry',
    of: `custody-${studyYear}`,
    orderRequired: false,
    ground,
  };
  const found = findAnnulled(preservationFit, state, input, context, asked);
  if (isRefusal(found)) return found;
  const data = { studyYear, ...annulmentData(found, context, null), reason: reason ?? null };
  return [preservationEntryAnnulled.draft({ ...annulmentPlace(found), data })];
}
