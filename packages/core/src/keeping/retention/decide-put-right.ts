import { annulmentData, annulmentPlace, findPutRight } from '../../acting/putting-right.ts';
import { restingFacts } from '../../entry/fitting.ts';
import { entriesInForce, stateWithout } from '../../entry/fold.ts';
import type { RestingFact } from '../../entry/refusals.ts';
import { entryRestedOn } from '../../entry/refusals.ts';
import type { ReceivedCommand } from '../../kernel/command.ts';
import type { Decision } from '../../kernel/fold.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { itemTarget } from '../act/facts/questions.ts';
import type { AnnulRetentionEntry } from './commands.ts';
import type { AnnulRetentionContext } from './context.ts';
import { retentionEntryAnnulled } from './facts/events.ts';
import { straysReleased } from './facts/presence-fitting-questions.ts';
import type { RetentionEntry, RetentionState } from './facts/state.ts';
import { retentionEntries, retentionFit } from './facts/state.ts';

/**
 * Decides `annul-retention-entry`: what one command entered is annulled together, such as the parts
 * of a check, or a seizure with its holds. Refuses `entry-rested-on` for a hold that was lifted, a
 * decision on the need of a carrier that was released, lists after which carriers were selected and
 * released, an entry on presence that later ones rest on, and as `findPutRight` does. Nothing rests
 * on the lifting of a hold: the hold is in force again, and stops what is not destroyed yet. D19,
 * RK 1.8, 1.11.
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
  const found = findPutRight(state, input, context, asked);
  if (isRefusal(found)) return found;
  const { commandId } = found.entry.event;
  const together = entriesInForce(state).filter((one) => one.commandId === commandId);
  const after = stateWithout(retentionEntries, state, ...together.map(({ id }) => id));
  const facts = [
    ...restingFacts(retentionFit, state, after),
    ...together.flatMap((one) => releasesAfter(state, one)),
    ...straysReleased(state.released, after).map(releasedBy),
    ...context.selections,
  ];
  if (facts.length > 0) return entryRestedOn({ entry, facts });
  return together.map((event) => {
    const annulled = { ...found, entry: { ...found.entry, event } };
    const data = {
      ...aboutOf(event),
      ...annulmentData(annulled, context, null),
      reason: reason ?? null,
    };
    return retentionEntryAnnulled.draft({ ...annulmentPlace(annulled), data });
  });
}

/** The release of a carrier that was decided to be no longer needed. */
function releasesAfter(
  { released }: RetentionState,
  { type, data }: RetentionEntry,
): readonly RestingFact[] {
  const release = type === 'NoLongerNeeded' ? released.get(itemTarget(data)) : undefined;
  return release === undefined ? [] : [releasedBy(release)];
}

const releasedBy = ({ act: id, on }: { readonly act: string; readonly on: string }) => ({
  type: 'CarrierReleased',
  id,
  on,
});

/** What an entry is about, as its annulment says it. */
function aboutOf({ type, data }: RetentionEntry) {
  const nothing = { hold: null, carrier: null, record: null, year: null };
  switch (type) {
    case 'HoldPlaced':
    case 'HoldLifted':
      return { ...nothing, hold: data.hold };
    case 'NoLongerNeeded':
      return { ...nothing, carrier: data.carrier, record: data.record };
    case 'PermanentListsApproved':
      return { ...nothing, year: data.year };
    default: {
      const items = 'items' in data ? data.items : [data];
      return { ...nothing, records: [...new Set(items.map(({ record }) => record))] };
    }
  }
}
