import type { Decision } from '../../kernel/fold.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Edition } from '../../rules/regulation/facts/state.ts';
import { actOutOfOrder } from '../../values/day-order.ts';
import type { RecordDissent, SignProtocol } from './commands.ts';
import type { SigningContext } from './context.ts';
import { dissentRecorded, protocolSigned } from './facts/events.ts';
import { votes } from './facts/questions.ts';
import type { CommissionState, Seat, Sitting } from './facts/state.ts';
import { isComplete, signingSeat } from './facts/state.ts';
import { hasNoVote, notPresent, protocolNotNumbered, protocolUnknown } from './facts/unknown.ts';
import {
  dissentRecordedAlready,
  protocolEntryUnknown,
  notSeated,
  protocolEmpty,
  protocolIsComplete,
  signedAlready,
} from './refusals.ts';

/** Decides `sign-protocol`: by one who was present and still has a seat. */
export function decideSignProtocol(
  state: CommissionState,
  { protocol, signer, on }: SignProtocol,
  { edition, number }: SigningContext,
): Decision {
  const found = findPresent(state, protocol, signer, on);
  if (isRefusal(found)) return found;
  const { sitting, seat } = found;
  if (number === null) return protocolNotNumbered({ protocol });
  if (sitting.entries.length === 0) return protocolEmpty({ protocol });
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
        lines: sitting.entries.length,
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
  const found = findPresent(state, protocol, member, on);
  if (isRefusal(found)) return found;
  const { sitting, seat } = found;
  const { role } = seat;
  if (!votes(edition.commissions, role)) return hasNoVote({ person: member, role, protocol });
  const line = sitting.entryOf.get(event);
  if (line === undefined) return protocolEntryUnknown({ line: event, protocol });
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
function findPresent(
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
