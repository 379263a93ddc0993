import { findAnnulled } from '../../acting/annulling.ts';
import { annulmentData, annulmentPlace } from '../../acting/putting-right.ts';
import type { Fit } from '../../entry/fitting.ts';
import { stateWithout } from '../../entry/fold.ts';
import { entryOfAnotherKind } from '../../entry/refusals.ts';
import type { ReceivedCommand } from '../../kernel/command.ts';
import type { Decision } from '../../kernel/fold.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { AnnulAchievementEntry } from './commands.ts';
import type { AchievementAnnulmentContext } from './context.ts';
import { achievementEntryAnnulled } from './facts/events.ts';
import type { AchievementEntry, AchievementFacts, AchievementState } from './facts/state.ts';
import { achievementFacts, isVerifiedOn, unfitVerifications } from './facts/state.ts';
import { achievementIsAnnulled, achievementUnknown } from './facts/unknown.ts';

/** How the verifications of an achievement rest on its documents. */
const achievementFit: Fit<AchievementFacts, AchievementEntry> = {
  own: achievementFacts,
  unfit: unfitVerifications,
};

/** The entries that are annulled one by one. */
const OWN_TYPES: readonly string[] = [
  'AchievementEvidenced',
  'CollectiveEvidenced',
  'AchievementVerified',
];

/**
 * Decides `annul-achievement-entry`: a document or a verification that was entered in error never
 * was. Refuses `achievement-unknown`, `achievement-annulled`, `entry-of-another-kind` for what is
 * annulled with the achievement as a whole, `entry-rested-on` where a verification by document, or
 * a result that was verified on its day, could not be without it, and as `findPutRight` does. D12,
 * RK 1.8.
 */
export function decideAnnulAchievementEntry(
  state: AchievementState,
  input: AnnulAchievementEntry,
  context: AchievementAnnulmentContext,
  { sender: { ground } }: Pick<ReceivedCommand, 'sender'>,
): Decision {
  const { achievement, reason = null } = input;
  if (state.id === null) return achievementUnknown({ achievement });
  const { annulledOn } = state;
  if (annulledOn !== null) return achievementIsAnnulled({ achievement, on: annulledOn });
  const after = stateWithout(achievementFacts, state, input.entry);
  const elsewhere = () =>
    context.results.filter(({ on }) => isVerifiedOn(state, on) && !isVerifiedOn(after, on));
  const asked = { act: 'annul-achievement-entry', of: achievement, orderRequired: false, ground };
  const found = findAnnulled(achievementFit, state, input, context, { ...asked, elsewhere });
  if (isRefusal(found)) return found;
  const { id: entry, type } = found.entry.event;
  if (!OWN_TYPES.includes(type)) {
    return entryOfAnotherKind({ entry, type, needed: OWN_TYPES.join(', ') });
  }
  const copy = contestOf(found.entry.event);
  const data = { achievement, ...copy, ...annulmentData(found, context, null), reason };
  return [achievementEntryAnnulled.draft({ ...annulmentPlace(found), data })];
}

/** The copy of a contest's protocol that a document is; nothing for another one. */
function contestOf({ data }: AchievementEntry): { readonly contest?: string | undefined } {
  return 'contest' in data ? { contest: data.contest } : {};
}
