import type * as z from 'zod';
import { refuseUnlessOrder } from '../../acting/order.ts';
import { notAppointed } from '../../acting/signer.ts';
import { entryContradicted } from '../../entry/refusals.ts';
import type { Sender } from '../../kernel/command.ts';
import type { Decision } from '../../kernel/fold.ts';
import { refuseIfReversed } from '../../values/day-order.ts';
import type { Edition } from '../regulation/facts/state.ts';
import type { appointOfficial, relieveOfficial, renameOfficial } from './commands.ts';
import { officialAppointed, officialNamed, officialRelieved } from './facts/events.ts';
import type { OfficialState } from './facts/state.ts';
import { appointmentWithin, heldOn } from './facts/state.ts';
import { alreadyAppointed, officeUnknown, officialUnknown } from './refusals.ts';

/** The part of a command that decides whether an order is its ground. */
interface FromSender {
  readonly sender: Pick<Sender, 'ground'>;
}

/**
 * Decides `appoint-official`. The office must be one of the regulation, and the person must not
 * hold it on any day of the appointment already, which may lie before another one; the regulation
 * says whether an order is needed. R2 §3.2.
 */
export function decideAppoint(
  state: OfficialState,
  input: z.output<typeof appointOfficial.schema>,
  edition: Edition,
  { sender }: FromSender,
): Decision {
  const unordered = refuseUnlessOrder('appoint', edition.general.orderFor, sender.ground);
  if (unordered !== null) return unordered;
  const { person, office, position, from, until, scope, name } = input;
  const offices = edition.general.offices.map((o) => o.id);
  if (!offices.includes(office)) return officeUnknown({ office, offices });
  const reversed = refuseIfReversed(from, until);
  if (reversed !== null) return reversed;
  const standing = appointmentWithin(state, office, { from, until });
  if (standing !== undefined) return alreadyAppointed({ person, office, from: standing.from });
  const limited = scope === null ? {} : { programme: scope.programmes, group: scope.groups };
  const refs = { official: [person], ...limited };
  const data = { person, office, position, scope, until, edition: edition.edition };
  const appointment = officialAppointed.draft({ occurredOn: from, refs, data });
  if (name === undefined) return [appointment];
  return [appointment, naming({ person, name, on: from })];
}

/**
 * Decides `relieve-official`. The person must hold the office on that day and not be relieved of it
 * later already: a wrong day of relief is corrected. The regulation says whether an order is
 * needed. R2 §3.2.
 */
export function decideRelieve(
  state: OfficialState,
  input: z.output<typeof relieveOfficial.schema>,
  edition: Edition,
  { sender }: FromSender,
): Decision {
  const unordered = refuseUnlessOrder('relieve', edition.general.orderFor, sender.ground);
  if (unordered !== null) return unordered;
  const { person, office, on } = input;
  const held = heldOn(state, office, on);
  if (held === undefined) return notAppointed({ person, offices: [office], on });
  const { relief } = held;
  if (relief !== null) {
    const facts = [{ type: 'OfficialRelieved', id: relief.entry, on: relief.on }];
    return entryContradicted({ on, facts });
  }
  const refs = { official: [person] };
  const data = { person, office, edition: edition.edition };
  return [officialRelieved.draft({ occurredOn: on, refs, data })];
}

/** Decides `rename-official`. The person must have held an office at some time. */
export function decideRename(
  state: OfficialState,
  input: z.output<typeof renameOfficial.schema>,
): Decision {
  if (state.appointments.length === 0) return officialUnknown({ person: input.person });
  return [naming(input)];
}

/** A name holds from its day until a later one does, whichever was recorded first. */
function naming({ person, name, on }: z.output<typeof renameOfficial.schema>) {
  const data = { person, name: { value: name } };
  return officialNamed.draft({ occurredOn: on, refs: { official: [person] }, data });
}
