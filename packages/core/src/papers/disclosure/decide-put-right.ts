import { findAnnulled, personalReason } from '../../acting/annulling.ts';
import type { ActContext } from '../../acting/context.ts';
import { annulmentData, annulmentPlace } from '../../acting/putting-right.ts';
import type { Fit } from '../../entry/fitting.ts';
import type { ReceivedCommand } from '../../kernel/command.ts';
import type { Decision } from '../../kernel/fold.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { AnnulDisclosureEntry } from './commands.ts';
import { disclosureEntryAnnulled, publicationEntryAnnulled } from './facts/events.ts';
import type { DisclosureEntry, DisclosureFacts, DisclosureState } from './facts/state.ts';
import { disclosureFacts, unfitEntries } from './facts/state.ts';

/** How the entries of a disclosure rest on one another. */
export const disclosureFit: Fit<DisclosureFacts, DisclosureEntry> = {
  own: disclosureFacts,
  unfit: unfitEntries,
};

/**
 * Decides `annul-disclosure-entry`: what was entered in error never was. Refuses `entry-rested-on`
 * where an answer, the giving or a withdrawal could not be without it, and as `findPutRight` does.
 * D16, RK 1.8.
 */
export function decideAnnulDisclosureEntry(
  state: DisclosureState,
  input: AnnulDisclosureEntry,
  context: ActContext,
  { sender: { ground } }: Pick<ReceivedCommand, 'sender'>,
): Decision {
  const { disclosure } = input;
  const asked = { act: 'annul-disclosure-entry', of: disclosure, orderRequired: false, ground };
  const found = findAnnulled(disclosureFit, state, input, context, asked);
  if (isRefusal(found)) return found;
  const { event } = found.entry;
  const data = { disclosure, ...annulmentData(found, context, null) };
  if (event.type === 'ResultsPublished' || event.type === 'PublicationWithdrawn') {
    const said = { ...data, reason: input.reason ?? null };
    return [publicationEntryAnnulled.draft({ ...annulmentPlace(found), data: said })];
  }
  const said = { ...data, learner: event.data.learner, ...personalReason(input) };
  return [disclosureEntryAnnulled.draft({ ...annulmentPlace(found), data: said })];
}
