import { findAnnulled } from '../../acting/annulling.ts';
import { annulmentData, annulmentPlace } from '../../acting/putting-right.ts';
import type { Fit } from '../../entry/fitting.ts';
import type { RestingFact } from '../../entry/refusals.ts';
import { entryRestedOn } from '../../entry/refusals.ts';
import type { ReceivedCommand } from '../../kernel/command.ts';
import type { Decision } from '../../kernel/fold.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { itemTarget } from '../act/facts/questions.ts';
import type { AnnulRetentionEntry } from './commands.ts';
import type { AnnulRetentionContext } from './context.ts';
import { retentionEntryAnnulled } from './facts/events.ts';
import type { RetentionEntries, RetentionEntry, RetentionState } from './facts/state.ts';
import { retentionEntries, unfitRetentionEntries } from './facts/state.ts';

const retentionFit: Fit<RetentionEntries, RetentionEntry> = {
  own: retentionEntries,
  unfit: unfitRetentionEntries,
};

/**
 * Decides `annul-retention-entry`. Refuses `entry-rested-on` for a hold that was lifted, a decision
 * on the need of a carrier that was released, lists after which carriers were selected and
 * released, and as `findPutRight` does. Nothing rests on the lifting of a hold: the hold is in
 * force again, and stops what is not destroyed yet. D19, RK 1.8, 1.11.
 */
export function decideAnnulRetentionEntry(
  state: RetentionState,
  input: AnnulRetentionEntry,
  context: AnnulRetentionContext,
  { sender: { ground } }: Pick<ReceivedCommand, 'sender'>,
): Decision {
  const { entry, reason } = input;
  const asked = {
    act: 'annul-retention-entry',
    of: 'retention-main',
    orderRequired: false,
    ground,
  };
  const found = findAnnulled(retentionFit, state, input, context, asked);
  if (isRefusal(found)) return found;
  const { event } = found.entry;
  const facts = [...releasesAfter(state, event), ...context.selections];
  if (facts.length > 0) return entryRestedOn({ entry, facts });
  const data = {
    ...aboutOf(event),
    ...annulmentData(found, context, null),
    reason: reason ?? null,
  };
  return [retentionEntryAnnulled.draft({ ...annulmentPlace(found), data })];
}

/** The release of a carrier that was decided to be no longer needed. */
function releasesAfter(
  { released }: RetentionState,
  { type, data }: RetentionEntry,
): readonly RestingFact[] {
  const release = type === 'NoLongerNeeded' ? released.get(itemTarget(data)) : undefined;
  if (release === undefined) return [];
  return [{ type: 'CarrierReleased', id: release.act, on: release.on }];
}

/** What an entry is about, as its annulment says it. */
function aboutOf({ type, data }: RetentionEntry) {
  const nothing = { hold: null, carrier: null, record: null, year: null };
  switch (type) {
    case 'NoLongerNeeded':
      return { ...nothing, carrier: data.carrier, record: data.record };
    case 'PermanentListsApproved':
      return { ...nothing, year: data.year };
    default:
      return { ...nothing, hold: data.hold };
  }
}
