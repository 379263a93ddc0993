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
import { isComplete, signingSeat, sittingOf } from './facts/state.ts';
import { hasNoVote, notPresent, protocolNotNumbered, protocolUnknown } from './facts/unknown.ts';
import {
  dissentRecordedAlready,
  protocolEntryUnknown,
  notSeated,
  protocolEmpty,
  protocolIsComplete,
  signedAlready,
} from './refusals.ts';

/**
 * Decides `sign-protocol`. The signer was present and still has a seat, or had one to the end.
 * Refuses `protocol-unknown`, `act-out-of-order`, `not-seated`, `not-present`,
 * `protocol-not-numbered`, `protocol-empty` and `signed-already`. D8.
 */
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
  const { commission } = sitting;
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

/**
 * Decides `record-dissent`, by a voting member before the last signature. Refuses
 * `protocol-unknown`, `act-out-of-order`, `not-seated`, `not-present`, `has-no-vote`,
 * `line-unknown`, `dissent-recorded-already` and `protocol-is-complete`. D8.
 */
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
  const entry = sitting.entryOf.get(event);
  if (entry === undefined) return protocolEntryUnknown({ line: event, protocol });
  if (entry.dissenters.includes(member)) {
    return dissentRecordedAlready({ member, line: entry.number, protocol });
  }
  if (isComplete(sitting)) return protocolIsComplete({ protocol });
  return [
    dissentRecorded.draft({
      occurredOn: on,
      refs: { ...entry.refs, official: [member] },
      data: {
        commission: sitting.commission,
        protocol,
        about: entry.event,
        learner: entry.learner,
        member,
        role,
        opinion: { value: opinion },
        edition: edition.edition,
      },
    }),
  ];
}

/** The seat of a person who was present at a sitting; the day is not before the sitting. */
function findPresent(
  state: CommissionState,
  protocol: string,
  person: string,
  on: string,
): { readonly sitting: Sitting; readonly seat: Seat } | Refusal {
  const sitting = sittingOf(state, protocol);
  if (sitting === undefined) return protocolUnknown({ protocol });
  if (on < sitting.on) return actOutOfOrder({ on, after: sitting.on });
  const seat = signingSeat(state, sitting, person, on);
  if (seat === null) return notSeated({ person, commission: sitting.commission, on });
  const was = sitting.present.some((one) => one.person === person);
  return was ? { sitting, seat } : notPresent({ person, protocol });
}
