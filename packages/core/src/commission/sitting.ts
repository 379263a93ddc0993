import type { Decision } from '../kernel/decider.ts';
import { isRefusal } from '../kernel/refusal.ts';
import type { Edition } from '../regulation/rules.ts';
import type { CommissionRules } from '../regulation/sections/commissions.ts';
import type { HoldSitting } from './commands.ts';
import { sittingHeld } from './events.ts';
import { commissionNotWorking, nobodyPresides, noQuorum, notSeated } from './refusals.ts';
import type { CommissionState, Seat } from './state.ts';
import { seatsOn, worksOn } from './state.ts';
import { commissionUnknown } from './unknown.ts';

/* A sitting is held: those present have seats that day, and make a quorum. D8. */

/**
 * How many of those who vote make a sitting valid.
 * @example
 * quorumOf({ of: 'share', numerator: 2, denominator: 3, more: false }, 5); // => 4
 */
export function quorumOf(quorum: CommissionRules['quorum'], voting: number): number {
  if (quorum.of === 'number') return quorum.members;
  const { numerator, denominator, more } = quorum;
  const share = voting * numerator;
  return more ? Math.floor(share / denominator) + 1 : Math.ceil(share / denominator);
}

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

/** Does a role decide, and count in the quorum? */
export const votes = ({ seats }: CommissionRules, role: string): boolean =>
  seats.some((seat) => seat.role === role && seat.votes);

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
