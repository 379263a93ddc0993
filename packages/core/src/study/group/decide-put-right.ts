import type * as z from 'zod';
import type { ActContext } from '../../acting/context.ts';
import type { PutRight } from '../../acting/putting-right.ts';
import {
  annulmentData,
  annulmentPlace,
  findPutRight,
  onOwnPaper,
  ownGround,
} from '../../acting/putting-right.ts';
import { entriesInForce, stateWithout } from '../../entry/fold.ts';
import type { RestingFact } from '../../entry/refusals.ts';
import { entryOfAnotherKind, entryRestedOn } from '../../entry/refusals.ts';
import type { ReceivedCommand } from '../../kernel/command.ts';
import type { Decision } from '../../kernel/fold.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { eventId } from '../../kernel/uuid.ts';
import { closingBeforeOpening } from '../programme/facts/unknown.ts';
import type { annulGroupEntry, correctGroupEntry } from './commands.ts';
import type {
  AnnouncementContext,
  GroupAnnulmentContext,
  GroupCorrectionContext,
} from './context.ts';
import {
  decideAnnounce,
  decideCloseGroup,
  decideDrop,
  decideOpenGroup,
  decidePlan,
} from './decide.ts';
import { groupEntryAnnulled } from './facts/events.ts';
import type { GroupEntry, GroupState } from './facts/state.ts';
import { ownGroupFold } from './facts/state.ts';

type Correction = z.output<typeof correctGroupEntry.schema>;
type By = Pick<ReceivedCommand, 'sender' | 'id'>;

/**
 * Decides `annul-group-entry`. Refuses as `findPutRight` does, and `entry-rested-on`: for a merger
 * too, on which a journal was continued. RK 1.8.
 */
export function decideAnnulGroupEntry(
  state: GroupState,
  input: z.output<typeof annulGroupEntry.schema>,
  context: GroupAnnulmentContext,
  by: By,
): Decision {
  const found = findEntry(state, input, context, by, 'annul-group-entry');
  if (isRefusal(found)) return found;
  const { event } = found.entry;
  const facts = [...restingOn(state, event, true), ...context.continuations];
  if (facts.length > 0) return entryRestedOn({ entry: event.id, facts });
  return [annulment(found, input, context, null)];
}

/**
 * Decides `correct-group-entry`: the entry is annulled and another one, decided by the ordinary
 * rule, stands in its place. Refuses as `findPutRight` and the ordinary decision do,
 * `entry-of-another-kind`, and `entry-rested-on`. RK 1.8.
 */
export function decideCorrectGroupEntry(
  state: GroupState,
  input: Correction,
  context: GroupCorrectionContext,
  by: By,
): Decision {
  const found = findEntry(state, input, context, by, 'correct-group-entry');
  if (isRefusal(found)) return found;
  const { event } = found.entry;
  const facts = restingOn(state, event, false);
  if (facts.length > 0) return entryRestedOn({ entry: event.id, facts });
  const made = decideAgain(state, event, input.to, context.entry);
  if (isRefusal(made)) return made;
  const entered = onOwnPaper(made, ownGround(event, input.entryGround));
  return [annulment(found, input, context, eventId(by.id, 1)), ...entered];
}

const TYPES = {
  opening: 'GroupOpened',
  planned: 'AssessmentPlanned',
  dropped: 'PlannedAssessmentDropped',
  announcement: 'RequirementsAnnounced',
  closing: 'GroupClosed',
} as const;

/** Decides the entry as it is to read, by the ordinary rule, on the state without it. */
function decideAgain(
  state: GroupState,
  event: GroupEntry,
  to: Correction['to'],
  context: AnnouncementContext,
): Decision {
  const without = stateWithout(ownGroupFold, state, event.id);
  const group = event.data.group;
  const { on } = context;
  if (to.as === 'opening' && event.type === 'GroupOpened') {
    const { closedFrom, programme } = state;
    if (closedFrom !== null && closedFrom < on) {
      return closingBeforeOpening({ on: closedFrom, openedOn: on });
    }
    const { as: _as, ...said } = to;
    const opening = { ...said, id: group, programme } as Parameters<typeof decideOpenGroup>[1];
    return decideOpenGroup(without, opening, context);
  }
  if (to.as === 'planned' && event.type === 'AssessmentPlanned') {
    const { as: _as, plannedOn: _day, ...said } = to;
    const assessments = [{ ...said, id: event.data.planned }];
    return decidePlan(without, { group, assessments }, context);
  }
  if (to.as === 'dropped' && event.type === 'PlannedAssessmentDropped') {
    const dropping = { group, planned: event.data.planned } as Parameters<typeof decideDrop>[1];
    return decideDrop(without, dropping, on);
  }
  if (to.as === 'announcement' && event.type === 'RequirementsAnnounced') {
    const { as: _as, ...said } = to;
    const announcement = { ...said, group } as Parameters<typeof decideAnnounce>[1];
    return decideAnnounce(without, announcement, context);
  }
  if (to.as === 'closing' && event.type === 'GroupClosed') {
    return decideCloseGroup(without, { group } as Parameters<typeof decideCloseGroup>[1], on);
  }
  return entryOfAnotherKind({ entry: event.id, type: event.type, needed: TYPES[to.as] });
}

function findEntry(
  state: GroupState,
  input: z.output<typeof annulGroupEntry.schema>,
  context: ActContext,
  { sender }: By,
  act: string,
): PutRight<GroupEntry> | Refusal {
  const { group } = input;
  // What needed an order is put right by one.
  const orderRequired =
    state.entries.get(input.entry)?.event.type === 'GroupMerged' &&
    context.edition.enrollment.orderFor.includes('transfer');
  const asked = { act, of: group, orderRequired, ground: sender.ground };
  return findPutRight(state, input, context, {
    ...asked,
    scope: { group, programme: state.programme },
  });
}

/**
 * What of the group's own stream rests on an entry: all of it on the opening, where that is not
 * merely corrected, and a dropping on the plan that it drops.
 */
function restingOn(
  state: GroupState,
  entry: GroupEntry,
  annulled: boolean,
): readonly RestingFact[] {
  const resting = entriesInForce(state).filter((other) => {
    if (other.id === entry.id) return false;
    if (entry.type === 'GroupOpened') return annulled;
    if (entry.type !== 'AssessmentPlanned') return false;
    return other.type === 'PlannedAssessmentDropped' && other.data.planned === entry.data.planned;
  });
  return resting.map(({ type, id, occurredOn: on }) => ({ type, id, on }));
}

function annulment(
  found: PutRight<GroupEntry>,
  { group, reason = null }: { readonly group: string; readonly reason?: string | null | undefined },
  context: ActContext,
  replacedBy: string | null,
) {
  return groupEntryAnnulled.draft({
    ...annulmentPlace(found),
    data: { group, ...annulmentData(found, context, replacedBy), reason },
  });
}
