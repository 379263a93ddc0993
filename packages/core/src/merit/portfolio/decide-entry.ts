import { findAnnulled, personalReason } from '../../acting/annulling.ts';
import type { ActContext } from '../../acting/context.ts';
import { annulmentData, annulmentPlace } from '../../acting/putting-right.ts';
import type { Fit } from '../../entry/fitting.ts';
import type { ReceivedCommand } from '../../kernel/command.ts';
import type { Decision } from '../../kernel/fold.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { AnnulPortfolioEntry } from './commands.ts';
import { portfolioKey } from './commands.ts';
import { groupPortfolioEntryAnnulled, portfolioEntryAnnulled } from './facts/events.ts';
import type { PortfolioEntry, PortfolioItems, PortfolioState } from './facts/state.ts';
import { portfolioItems, unfitPortfolioEntries } from './facts/state.ts';

/** How the removals of items rest on their adding. */
const portfolioFit: Fit<PortfolioItems, PortfolioEntry> = {
  own: portfolioItems,
  unfit: unfitPortfolioEntries,
};

/**
 * Decides `annul-portfolio-entry`: an item that was put in, or taken out, in error never was.
 * Refuses `entry-rested-on` for the adding of an item that was removed, and as `findPutRight` does.
 * D13, RK 1.8.
 */
export function decideAnnulPortfolioEntry(
  state: PortfolioState,
  input: AnnulPortfolioEntry,
  context: ActContext,
  { sender: { ground } }: Pick<ReceivedCommand, 'sender'>,
): Decision {
  const { holder, reason = null } = input;
  const of = portfolioKey(holder).join(' ');
  const asked = { act: 'annul-portfolio-entry', of, orderRequired: false, ground };
  const found = findAnnulled(portfolioFit, state, input, context, asked);
  if (isRefusal(found)) return found;
  const { data: entry } = found.entry.event;
  const copy = 'contest' in entry && entry.contest !== undefined ? { contest: entry.contest } : {};
  const about = { item: entry.item, ...copy, ...annulmentData(found, context, null) };
  const place = annulmentPlace(found);
  if ('group' in holder) {
    const data = { group: holder.group, ...about, reason };
    return [groupPortfolioEntryAnnulled.draft({ ...place, data })];
  }
  const data = { learner: holder.learner, ...about, ...personalReason(input) };
  return [portfolioEntryAnnulled.draft({ ...place, data })];
}
