import { annulmentData, annulmentPlace, findPutRight } from '../../acting/putting-right.ts';
import { entriesInForce } from '../../entry/fold.ts';
import type { RestingFact } from '../../entry/refusals.ts';
import { entryRestedOn } from '../../entry/refusals.ts';
import type { ReceivedCommand } from '../../kernel/command.ts';
import type { Decision } from '../../kernel/fold.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { RetentionState } from '../retention/facts/state.ts';
import type { AnnulActContext } from './context.ts';
import { itemNamed, targetsAt } from './facts/questions.ts';
import { actEntryAnnulled } from './facts/retention-events.ts';
import type { ActEntry, ActState } from './facts/state.ts';
import { actOutstanding, actUnknown, valuesErased } from './refusals.ts';
import type { AnnulActEntry } from './retention-commands.ts';

/*
 * A step of an act of destruction or erasure that was entered in error, or that did not take place.
 * Each step rests on all before it. What was erased stays erased. D19, RK 1.8.
 */

/**
 * Decides `annul-act-entry`. Refuses `act-unknown` for an order about a group, `entry-rested-on`
 * where later steps stand, `act-outstanding` while what the act owes is being done, `values-erased`
 * where personal data of its records was erased, and as `findPutRight` does. D19, RK 1.8.
 */
export function decideAnnulActEntry(
  state: ActState,
  input: AnnulActEntry,
  context: AnnulActContext,
  { sender: { ground } }: Pick<ReceivedCommand, 'sender'>,
): Decision {
  const { act, entry, reason } = input;
  const asked = { act: 'annul-act-entry', of: act, orderRequired: false, ground };
  const found = findPutRight(state, input, context, asked);
  if (isRefusal(found)) return found;
  const { event } = found.entry;
  if (event.type === 'GroupOrdered') return actUnknown({ act, kind: 'destruction' });
  const parts = partsOf(state, event);
  const facts = stepsAfter(state, parts);
  if (facts.length > 0) return entryRestedOn({ entry, facts });
  const no = refuseIfCarriedOut(state, act, event, context.retention);
  if (no !== null) return no;
  return parts.map((part) => {
    const annulled = { ...found, entry: { ...found.entry, event: part } };
    const data = { act, ...annulmentData(annulled, context, null), reason: reason ?? null };
    return actEntryAnnulled.draft({ ...annulmentPlace(annulled), data });
  });
}

/** The entry; a long list is in several parts, which count together. */
function partsOf(state: ActState, entry: ActEntry): readonly ActEntry[] {
  if (!('parts' in entry.data)) return [entry];
  return entriesInForce(state).filter(({ type }) => type === entry.type);
}

/** The steps that come after the last of these entries. */
function stepsAfter(state: ActState, entries: readonly ActEntry[]): readonly RestingFact[] {
  const steps = entriesInForce(state);
  const last = Math.max(...entries.map((entry) => steps.indexOf(entry)));
  return steps.slice(last + 1).map(({ type, id, occurredOn: on }) => ({ type, id, on }));
}

/** Refuses `act-outstanding` and `values-erased`. */
function refuseIfCarriedOut(
  state: ActState,
  act: string,
  { type, data }: ActEntry,
  { erased }: RetentionState,
): Refusal | null {
  const owes = type === 'ErasureOrdered' || (type === 'SelectionApproved' && data.last);
  if (!owes && type !== 'CarriersDestroyed') return null;
  const targets = targetsAt(state, 'outstanding');
  if (targets.length > 0) return actOutstanding({ act, targets });
  const done = targetsAt(state, 'done');
  const records =
    type === 'ErasureOrdered'
      ? done
      : done.map((target) => itemNamed(target).record).filter((record) => erased.has(record));
  return records.length === 0 ? null : valuesErased({ act, records });
}
