import { actOutOfOrder } from '../acting/act-day.ts';
import type { Decision } from '../kernel/decider.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import type { Edition } from '../regulation/rules.ts';
import type { RecordDissent, SignProtocol } from './commands.ts';
import { dissentRecorded, protocolSigned } from './events.ts';
import {
  dissentRecordedAlready,
  hasNoVote,
  lineUnknown,
  notPresent,
  notSeated,
  protocolEmpty,
  protocolIsComplete,
  protocolNotNumbered,
  signedAlready,
} from './refusals.ts';
import { votes } from './sitting.ts';
import type { CommissionState, Seat, Sitting } from './state.ts';
import { isComplete, signingSeat } from './state.ts';
import { protocolUnknown } from './unknown.ts';

/* Those present sign the protocol, or dissent from a line of it. D8. */

/** What a signature needs from elsewhere. */
export interface SigningContext {
  /** In force on the day of the act. */
  readonly edition: Edition;
  /** The protocol's number; null: it has none yet. */
  readonly number: number | null;
}

/** Decides `sign-protocol`: by one who was present and still has a seat. */
export function decideSignProtocol(
  state: CommissionState,
  { protocol, signer, on }: SignProtocol,
  { edition, number }: SigningContext,
): Decision {
  const found = present(state, protocol, signer, on);
  if (isRefusal(found)) return found;
  const { sitting, seat } = found;
  if (number === null) return protocolNotNumbered({ protocol });
  if (sitting.lines.length === 0) return protocolEmpty({ protocol });
  if (sitting.signed.includes(signer)) return signedAlready({ person: signer, protocol });
  const commission = state.id ?? '';
  const { person, role } = seat;
  return [
    protocolSigned.draft({
      occurredOn: on,
      refs: { commission: [commission], official: [person] },
      data: {
        commission,
        protocol,
        person,
        role,
        number,
        lines: sitting.lines.length,
        edition: edition.edition,
      },
    }),
  ];
}

/** Decides `record-dissent`: by one who votes, before the last signature. */
export function decideRecordDissent(
  state: CommissionState,
  { protocol, line: event, member, opinion, on }: RecordDissent,
  { edition }: { readonly edition: Edition },
): Decision {
  const found = present(state, protocol, member, on);
  if (isRefusal(found)) return found;
  const { sitting, seat } = found;
  const { role } = seat;
  if (!votes(edition.commissions, role)) return hasNoVote({ person: member, role, protocol });
  const line = sitting.lineOf.get(event);
  if (line === undefined) return lineUnknown({ line: event, protocol });
  if (line.dissenters.includes(member)) {
    return dissentRecordedAlready({ member, line: line.number, protocol });
  }
  if (isComplete(sitting)) return protocolIsComplete({ protocol });
  return [
    dissentRecorded.draft({
      occurredOn: on,
      refs: { ...line.refs, official: [member] },
      data: {
        commission: state.id ?? '',
        protocol,
        about: line.event,
        learner: line.learner,
        member,
        role,
        opinion: { value: opinion },
        edition: edition.edition,
      },
    }),
  ];
}

/** The seat of one who was present at a sitting, on a day not before it. */
function present(
  state: CommissionState,
  protocol: string,
  person: string,
  on: string,
): { readonly sitting: Sitting; readonly seat: Seat } | Refusal {
  const sitting = state.sittings.get(protocol);
  if (sitting === undefined) return protocolUnknown({ protocol });
  if (on < sitting.on) return actOutOfOrder({ on, after: sitting.on });
  const seat = signingSeat(state, sitting, person, on);
  if (seat === null) return notSeated({ person, commission: state.id ?? '', on });
  const was = sitting.present.some((one) => one.person === person);
  return was ? { sitting, seat } : notPresent({ person, protocol });
}
