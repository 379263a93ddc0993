import type { WithId } from '../../acting/default-id.ts';
import { alreadyExists } from '../../acting/exists.ts';
import { refuseUnlessOrder } from '../../acting/order.ts';
import { refuseUnlessInOffice } from '../../acting/signer.ts';
import type { Decision } from '../../kernel/fold.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { officialFold } from '../../rules/official/facts/state.ts';
import type { CommissionRules } from '../../rules/regulation/sections/commissions.ts';
import { refuseIfReversed } from '../../values/day-order.ts';
import type { ChangeCommission, DissolveCommission, FormCommission } from './commands.ts';
import type { CommissionContext } from './context.ts';
import {
  commissionDissolved,
  commissionFormed,
  memberRelieved,
  memberSeated,
} from './facts/events.ts';
import type { CommissionState, Seat } from './facts/state.ts';
import { seatsOn, worksOn } from './facts/state.ts';
import { commissionNotWorking, commissionUnknown } from './facts/unknown.ts';
import {
  commissionKindUnknown,
  commissionOutOfOrder,
  commissionRoleUnknown,
  commissionSeatsWrong,
  notSeated,
  seatedTwice,
} from './refusals.ts';

/**
 * Decides `form-commission`. Refuses `already-exists`, `commission-kind-unknown`,
 * `period-reversed`, `order-required`, and as `change-commission` does for its members. D8,
 * R1 §4.2.3.
 */
export function decideFormCommission(
  state: CommissionState,
  input: WithId<FormCommission>,
  context: CommissionContext,
): Decision {
  const { id: commission, kind, members, programmes, groups, from, until } = input;
  if (state.id !== null) return alreadyExists({ kind: 'commission', id: commission });
  const { edition } = context;
  const kinds = edition.commissions.kinds.map((one) => one.id);
  if (!kinds.includes(kind)) return commissionKindUnknown({ kind, kinds });
  const no =
    refuseIfReversed(from, until) ??
    refuseUnlessOrderFor('form', context) ??
    refuseUnlessComposed(commission, members, edition.commissions) ??
    refuseUnlessSeatsHeld(members, from, context);
  if (no !== null) return no;
  const refs = {
    commission: [commission],
    official: members.map((one) => one.person),
    programme: programmes,
    group: groups,
  };
  const seated = members.map(seatOf);
  const where = { commission, kind, programmes, groups };
  const data = { ...where, members: seated, until, edition: edition.edition };
  return [commissionFormed.draft({ occurredOn: from, refs, data })];
}

/**
 * Decides `change-commission`; the members after it must fit the regulation. Refuses
 * `commission-unknown`, `commission-not-working`, `commission-out-of-order`, `order-required`,
 * `not-seated`, `commission-role-unknown`, `seated-twice`, `commission-seats-wrong`, and as
 * `signAs` does where a role requires an office. D8.
 */
export function decideChangeCommission(
  state: CommissionState,
  { commission, relieved, seated, on }: ChangeCommission,
  context: CommissionContext,
): Decision {
  const no = refuseUnlessOpen(state, commission, on) ?? refuseUnlessOrderFor('change', context);
  if (no !== null) return no;
  const now = seatsOn(state, on);
  const leaving: Seat[] = [];
  for (const person of new Set(relieved)) {
    const seat = now.find((one) => one.person === person);
    if (seat === undefined) return notSeated({ person, commission, on });
    leaving.push(seat);
  }
  const after = [...now.filter((one) => !leaving.includes(one)), ...seated];
  const { commissions, edition } = context.edition;
  const wrong =
    refuseUnlessComposed(commission, after, commissions) ??
    refuseUnlessSeatsHeld(seated, on, context);
  if (wrong !== null) return wrong;
  const at = ({ person, role }: Seat) => ({
    occurredOn: on,
    refs: { commission: [commission], official: [person] },
    data: { commission, person, role, edition },
  });
  return [
    ...leaving.map((one) => memberRelieved.draft(at(one))),
    ...seated.map((one) => memberSeated.draft(at(one))),
  ];
}

/**
 * Decides `dissolve-commission`. Refuses `commission-unknown`, `commission-not-working`,
 * `commission-out-of-order` and `order-required`. D8.
 */
export function decideDissolveCommission(
  state: CommissionState,
  { commission, on }: DissolveCommission,
  context: CommissionContext,
): Decision {
  const no = refuseUnlessOpen(state, commission, on) ?? refuseUnlessOrderFor('dissolve', context);
  if (no !== null) return no;
  const refs = { commission: [commission], official: seatsOn(state, on).map((one) => one.person) };
  const data = { commission, edition: context.edition.edition };
  return [commissionDissolved.draft({ occurredOn: on, refs, data })];
}

/** Refuses to change a commission from a day on that is not working or out of order. */
function refuseUnlessOpen(state: CommissionState, commission: string, on: string): Refusal | null {
  if (state.id === null) return commissionUnknown({ commission });
  const { from, until, dissolvedFrom, changedOn, lastSittingOn } = state;
  if (!worksOn(state, on)) {
    return commissionNotWorking({ commission, on, from, until: dissolvedFrom ?? until });
  }
  // Its dissolution is recorded for a later day: no change may be recorded before that day.
  if (dissolvedFrom !== null) return commissionOutOfOrder({ on, standing: dissolvedFrom });
  // A member who sat on a day must remain a member of that day.
  if (on <= lastSittingOn) return commissionOutOfOrder({ on, standing: lastSittingOn });
  return on < changedOn ? commissionOutOfOrder({ on, standing: changedOn }) : null;
}

function refuseUnlessOrderFor(
  act: 'form' | 'change' | 'dissolve',
  { edition, ground }: CommissionContext,
): Refusal | null {
  return refuseUnlessOrder(`${act}-commission`, edition.commissions.orderFor, ground, act);
}

/** Refuses a role that is not described, a member with two seats, and too few or many in a role. */
function refuseUnlessComposed(
  commission: string,
  members: readonly Seat[],
  { seats }: CommissionRules,
): Refusal | null {
  const roles = seats.map((seat) => seat.role);
  const persons = new Set<string>();
  for (const { person, role } of members) {
    if (!roles.includes(role)) return commissionRoleUnknown({ role, roles });
    if (persons.has(person)) return seatedTwice({ person, commission });
    persons.add(person);
  }
  for (const { role, min, max } of seats) {
    const count = members.filter((one) => one.role === role).length;
    if (count < min || (max !== null && count > max)) {
      return commissionSeatsWrong({ role, count, min, max });
    }
  }
  return null;
}

/** Refuses a member whose role requires an office that they do not hold on the day. */
export function refuseUnlessSeatsHeld(
  members: FormCommission['members'],
  on: string,
  { edition, officials }: CommissionContext,
): Refusal | null {
  for (const { person, role, office } of members) {
    const offices = edition.commissions.seats
      .filter((seat) => seat.role === role)
      .flatMap((seat) => seat.offices);
    if (offices.length === 0) continue;
    const official = officials.get(person) ?? officialFold.initial();
    // A seat is not limited to one programme, so an appointment with any scope serves.
    const no = refuseUnlessInOffice(official, { person, office, on }, offices, 'any');
    if (no !== null) return no;
  }
  return null;
}

const seatOf = ({ person, role }: Seat): Seat => ({ person, role });
