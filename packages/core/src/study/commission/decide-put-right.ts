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
import type { DraftEvent, RecordedEvent } from '../../kernel/event.ts';
import type { Decision } from '../../kernel/fold.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { eventId } from '../../kernel/uuid.ts';
import type { AnnulCommissionEntry, CorrectCommissionEntry } from './commands.ts';
import type { CommissionCorrectionContext } from './context.ts';
import { decideFormCommission, refuseUnlessSeatsHeld } from './decide.ts';
import {
  commissionDissolved,
  commissionEntryAnnulled,
  memberRelieved,
  memberSeated,
} from './facts/events.ts';
import type { CommissionEntry, CommissionState } from './facts/state.ts';
import { ownCommissionFold, seatsOn } from './facts/state.ts';
import { commissionRoleUnknown, seatedTwice } from './refusals.ts';

type By = Pick<ReceivedCommand, 'sender' | 'id'>;

/**
 * Decides `annul-commission-entry`. A sitting takes its number, its signatures and the opinions on
 * it along. Refuses as `findPutRight` does, and `entry-rested-on` where a sitting or a relief would
 * lose its members, or a line of a protocol is not struck out. RK 1.8, D8.
 */
export function decideAnnulCommissionEntry(
  state: CommissionState,
  input: AnnulCommissionEntry,
  context: ActContext,
  by: By,
): Decision {
  const found = findEntry(state, input, context, by, 'annul-commission-entry');
  if (isRefusal(found)) return found;
  const { event } = found.entry;
  const without = stateOf(state, event.id);
  const facts = event.type === 'SittingHeld' ? linesIn(state, event) : strandedIn(without);
  if (facts.length > 0) return entryRestedOn({ entry: event.id, facts });
  return [annulment(state, found, input, context, null)];
}

/**
 * Decides `correct-commission-entry`: the entry is annulled and another one stands in its place.
 * Refuses as `findPutRight` does, `entry-of-another-kind`, as `form-commission` does for a forming
 * and for seats, and `entry-rested-on` where a sitting would lose its members. RK 1.8, D8.
 */
export function decideCorrectCommissionEntry(
  state: CommissionState,
  input: CorrectCommissionEntry,
  context: CommissionCorrectionContext,
  by: By,
): Decision {
  const found = findEntry(state, input, context, by, 'correct-commission-entry');
  if (isRefusal(found)) return found;
  const { event } = found.entry;
  const made = decideAgain(stateOf(state, event.id), event, input.to, context);
  if (isRefusal(made)) return made;
  const after = stateOf(state, event.id, made[0]);
  const facts = strandedIn(after);
  if (facts.length > 0) return entryRestedOn({ entry: event.id, facts });
  const inPlace = onOwnPaper(made, ownGround(event, input.entryGround));
  return [annulment(state, found, input, context, eventId(by.id, 1)), ...inPlace];
}

const TYPES = {
  forming: 'CommissionFormed',
  seating: 'MemberSeated',
  relieving: 'MemberRelieved',
  dissolution: 'CommissionDissolved',
} as const;

function decideAgain(
  without: CommissionState,
  event: CommissionEntry,
  to: CorrectCommissionEntry['to'],
  { order }: CommissionCorrectionContext,
): Decision {
  const { commission } = event.data;
  const { edition } = order.edition;
  if (to.as === 'forming' && event.type === 'CommissionFormed') {
    const { as: _as, ...said } = to;
    const forming = { ...said, id: commission } as Parameters<typeof decideFormCommission>[1];
    return decideFormCommission({ ...without, id: null }, forming, order);
  }
  const occurredOn = (to.as === 'forming' ? to.from : to.on) ?? event.occurredOn;
  const at = (person: string) => ({
    occurredOn,
    refs: { commission: [commission], official: [person] },
  });
  if (to.as === 'seating' && event.type === 'MemberSeated') {
    const { person, role } = to;
    const roles = order.edition.commissions.seats.map((seat) => seat.role);
    if (!roles.includes(role)) return commissionRoleUnknown({ role, roles });
    const seated = seatsOn(without, occurredOn).some((seat) => seat.person === person);
    if (seated) return seatedTwice({ person, commission });
    const no = refuseUnlessSeatsHeld([to], occurredOn, order);
    if (no !== null) return no;
    return [memberSeated.draft({ ...at(person), data: { commission, person, role, edition } })];
  }
  if (to.as === 'relieving' && event.type === 'MemberRelieved') {
    const { person, role } = event.data;
    return [memberRelieved.draft({ ...at(person), data: { commission, person, role, edition } })];
  }
  if (to.as === 'dissolution' && event.type === 'CommissionDissolved') {
    const { refs } = event;
    return [commissionDissolved.draft({ occurredOn, refs, data: { commission, edition } })];
  }
  return entryOfAnotherKind({ entry: event.id, type: event.type, needed: TYPES[to.as] });
}

function findEntry(
  state: CommissionState,
  input: AnnulCommissionEntry,
  context: ActContext,
  { sender }: By,
  act: string,
): PutRight<CommissionEntry> | Refusal {
  const type = state.entries.get(input.entry)?.event.type;
  const { orderFor } = context.edition.commissions;
  // A sitting is no order; what formed, changed or dissolved the commission is put right by one.
  const ordered =
    type === 'CommissionFormed' ? 'form' : type === 'CommissionDissolved' ? 'dissolve' : 'change';
  const orderRequired = type !== 'SittingHeld' && orderFor.includes(ordered);
  const asked = { act, of: input.commission, orderRequired, ground: sender.ground };
  return findPutRight(state, input, context, asked);
}

/** The state without an entry, and with the one that is to stand in its place. */
function stateOf(state: CommissionState, without: string, draft?: DraftEvent): CommissionState {
  const left = stateWithout(ownCommissionFold, state, without);
  const rest: CommissionState = { ...left, sittings: state.sittings };
  if (draft === undefined) return rest;
  const stands = { ...draft, id: without } as unknown as RecordedEvent & CommissionEntry;
  const place = state.entries.get(without)?.place ?? stands.revision;
  const entries = new Map(rest.entries).set(without, { event: stands, annulled: null, place });
  return { ...stateWithout(ownCommissionFold, { ...rest, entries }, ''), sittings: state.sittings };
}

/**
 * The facts that have lost what they rest on: sittings their members or the kind of commission that
 * they are numbered by, reliefs their seat.
 */
function strandedIn(after: CommissionState): readonly RestingFact[] {
  return entriesInForce(after).flatMap((event) => {
    const { type, id, occurredOn: on } = event;
    const seated = (person: string, role: string, day: string): boolean =>
      after.seats.some((one) => one.person === person && one.role === role && one.from <= day);
    const holds =
      event.type === 'SittingHeld'
        ? event.data.kind === after.kind &&
          event.data.present.every(({ person, role }) =>
            seatsOn(after, on).some((one) => one.person === person && one.role === role),
          )
        : event.type === 'MemberRelieved'
          ? seated(event.data.person, event.data.role, on)
          : after.id !== null;
    return holds ? [] : [{ type, id, on }];
  });
}

/**
 * The lines of a sitting's protocol that are not struck out. A signature holds nothing up: it is
 * not taken back, and says no more once nothing stands above it.
 */
function linesIn(
  { sittings }: CommissionState,
  { data }: Extract<CommissionEntry, { type: 'SittingHeld' }>,
): readonly RestingFact[] {
  const lines = sittings.get(data.protocol)?.entries.filter(({ result }) => result !== null) ?? [];
  return lines.map(({ inForce: id, lastActOn: on }) => ({ type: 'ProtocolLineEntered', id, on }));
}

function annulment(
  { sittings }: CommissionState,
  found: PutRight<CommissionEntry>,
  {
    commission,
    reason = null,
  }: { readonly commission: string; readonly reason?: string | null | undefined },
  context: ActContext,
  replacedBy: string | null,
) {
  const { event } = found.entry;
  const protocol = event.type === 'SittingHeld' ? event.data.protocol : null;
  const signed = [...(sittings.get(protocol ?? '')?.signed ?? [])];
  return commissionEntryAnnulled.draft({
    ...annulmentPlace(found),
    data: {
      commission,
      ...(protocol === null ? {} : { protocol }),
      ...(signed.length === 0 ? {} : { signed }),
      ...annulmentData(found, context, replacedBy),
      reason,
    },
  });
}
