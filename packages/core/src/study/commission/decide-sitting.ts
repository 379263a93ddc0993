import type { Decision } from '../../kernel/fold.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Edition } from '../../rules/regulation/facts/state.ts';
import type { CommissionRules } from '../../rules/regulation/sections/commissions.ts';
import type { HoldSitting } from './commands.ts';
import { sittingHeld } from './facts/events.ts';
import { quorumOf, votes } from './facts/questions.ts';
import type { CommissionState, Seat } from './facts/state.ts';
import { seatsOn, worksOn } from './facts/state.ts';
import { commissionNotWorking, commissionUnknown } from './facts/unknown.ts';
import { noQuorum, nobodyPresides, notSeated } from './refusals.ts';

/**
 * Decides `hold-sitting`. The id of its protocol is `<commission>.<n>`, n counted from 1. Refuses
 * `commission-unknown`, `commission-not-working`, `not-seated`, `no-quorum` and `nobody-presides`.
 * D8.
 */
export function decideHoldSitting(
  state: CommissionState,
  { commission, present, presiding, agenda, on }: HoldSitting,
  { edition }: { readonly edition: Edition },
): Decision {
  if (state.id === null) return commissionUnknown({ commission });
  if (!worksOn(state, on)) {
    const { from, until, dissolvedFrom } = state;
    return commissionNotWorking({ commission, on, from, until: dissolvedFrom ?? until });
  }
  const seats = seatsOn(state, on);
  const notMember = present.find((person) => !seats.some((seat) => seat.person === person));
  if (notMember !== undefined) return notSeated({ person: notMember, commission, on });
  const attending = seats.filter((seat) => present.some((person) => person === seat.person));
  const rules = edition.commissions;
  const voting = seats.filter((seat) => votes(rules, seat.role)).length;
  const needed = quorumOf(rules.quorum, voting);
  const votesPresent = attending.filter((seat) => votes(rules, seat.role)).length;
  if (votesPresent < needed) return noQuorum({ present: votesPresent, of: voting, needed });
  const presidingPerson = whoPresides(attending, presiding, rules);
  if (isRefusal(presidingPerson)) return presidingPerson;
  const absent = seats.filter((seat) => !attending.includes(seat)).map(seatOf);
  const must = rules.seats.filter((seat) => seat.mustSign).map((seat) => seat.role);
  const signatories = attending
    .filter((seat) => must.includes(seat.role))
    .map((seat) => seat.person);
  return [
    sittingHeld.draft({
      occurredOn: on,
      refs: { commission: [commission], official: attending.map((seat) => seat.person) },
      data: {
        commission,
        protocol: `${commission}.${state.sittings.size + 1}`,
        kind: state.kind,
        present: attending.map(seatOf),
        absent,
        presiding: presidingPerson,
        // The presiding member always signs.
        signatories: [
          ...new Set([...(presidingPerson === null ? [] : [presidingPerson]), ...signatories]),
        ],
        agenda,
        edition: edition.edition,
      },
    }),
  ];
}

const seatOf = ({ person, role }: Seat): Seat => ({ person, role });

function whoPresides(
  attending: readonly Seat[],
  named: string | undefined,
  rules: CommissionRules,
) {
  const roles = rules.seats.filter((seat) => seat.presides).map((seat) => seat.role);
  const may = roles.flatMap((role) => attending.filter((seat) => seat.role === role));
  if (named !== undefined) {
    const found = may.find((seat) => seat.person === named);
    return found?.person ?? nobodyPresides({ roles, presiding: named });
  }
  const [first] = may;
  if (first !== undefined) return first.person;
  return rules.presidingRequired ? nobodyPresides({ roles, presiding: null }) : null;
}
