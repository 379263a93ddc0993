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

/** Decides `hold-sitting`: its protocol is `<commission>.<n>`, n counted from 1. */
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
  const stranger = present.find((person) => !seats.some((seat) => seat.person === person));
  if (stranger !== undefined) return notSeated({ person: stranger, commission, on });
  const here = seats.filter((seat) => present.some((person) => person === seat.person));
  const rules = edition.commissions;
  const voting = seats.filter((seat) => votes(rules, seat.role)).length;
  const needed = quorumOf(rules.quorum, voting);
  const there = here.filter((seat) => votes(rules, seat.role)).length;
  if (there < needed) return noQuorum({ present: there, of: voting, needed });
  const head = whoPresides(here, presiding, rules);
  if (isRefusal(head)) return head;
  const absent = seats.filter((seat) => !here.includes(seat)).map(seatOf);
  const must = rules.seats.filter((seat) => seat.mustSign).map((seat) => seat.role);
  const signatories = here.filter((seat) => must.includes(seat.role)).map((seat) => seat.person);
  return [
    sittingHeld.draft({
      occurredOn: on,
      refs: { commission: [commission], official: here.map((seat) => seat.person) },
      data: {
        commission,
        protocol: `${commission}.${state.sittings.size + 1}`,
        kind: state.kind,
        present: here.map(seatOf),
        absent,
        presiding: head,
        // Who presides signs in any case.
        signatories: [...new Set([...(head === null ? [] : [head]), ...signatories])],
        agenda,
        edition: edition.edition,
      },
    }),
  ];
}

const seatOf = ({ person, role }: Seat): Seat => ({ person, role });

function whoPresides(here: readonly Seat[], named: string | undefined, rules: CommissionRules) {
  const roles = rules.seats.filter((seat) => seat.presides).map((seat) => seat.role);
  const may = roles.flatMap((role) => here.filter((seat) => seat.role === role));
  if (named !== undefined) {
    const found = may.find((seat) => seat.person === named);
    return found?.person ?? nobodyPresides({ roles, presiding: named });
  }
  const [first] = may;
  if (first !== undefined) return first.person;
  return rules.presidingRequired ? nobodyPresides({ roles, presiding: null }) : null;
}
