import type { WithId } from '../../acting/default-id.ts';
import { alreadyExists } from '../../acting/exists.ts';
import { signAs } from '../../acting/signer.ts';
import type { Refs } from '../../kernel/event.ts';
import type { Decision } from '../../kernel/fold.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { carrierUnknown } from '../../papers/carrier/facts/unknown.ts';
import { actOutOfOrder, refuseIfReversed } from '../../values/day-order.ts';
import { itemTarget } from '../act/facts/questions.ts';
import type { ApprovePermanentLists, EndNeed, LiftHold, PlaceHold } from './commands.ts';
import type { RetentionContext } from './context.ts';
import { holdLifted, holdPlaced, noLongerNeeded, permanentListsApproved } from './facts/events.ts';
import type { CarrierTerm, HoldScope, StartDays } from './facts/questions.ts';
import { carriersOf, destructionDay, recordKindOf, startOf, termOf } from './facts/questions.ts';
import { anyRecordRefs } from './facts/record-refs-questions.ts';
import type { RetentionState } from './facts/state.ts';
import { carrierHoldsOther, termRuns } from './facts/unknown.ts';
import {
  holdIsLifted,
  holdUnknown,
  permanentListsStand,
  termNotByNeed,
  unneededAlready,
} from './refusals.ts';

/** Decides `place-hold`: refuses `already-exists`, `carrier-unknown`, `period-reversed`. RK 1.11 */
export function decidePlaceHold(
  state: RetentionState,
  input: WithId<PlaceHold>,
  { edition, official }: RetentionContext,
): Decision {
  const { id: hold, scope, reason, authority, reviewOn, signer: person, office, on } = input;
  if (state.holds.has(hold)) return alreadyExists({ kind: 'hold', id: hold });
  const reversed = refuseIfReversed(on, reviewOn);
  if (reversed !== null) return reversed;
  const carriers = edition.carriers.carriers.map(({ id }) => id);
  if (scope.kind === 'carrier' && !carriers.includes(scope.carrier)) {
    return carrierUnknown({ carrier: scope.carrier, carriers });
  }
  const signer = signAs(official, { person, office, on }, edition.retention.holdOffices);
  if (isRefusal(signer)) return signer;
  const refs = { ...refsOfScope(scope), official: [person] };
  const data = { hold, scope, reason, authority, reviewOn, signer, edition: edition.edition };
  return [holdPlaced.draft({ occurredOn: on, refs, data })];
}

/** Decides `lift-hold`: once, not before it was placed. */
export function decideLiftHold(
  state: RetentionState,
  { hold, signer: person, office, on }: LiftHold,
  { edition, official }: RetentionContext,
): Decision {
  const placed = state.holds.get(hold);
  if (placed === undefined) return holdUnknown({ hold });
  if (placed.liftedOn !== null) return holdIsLifted({ hold, on: placed.liftedOn });
  if (on < placed.placedOn) return actOutOfOrder({ on, after: placed.placedOn });
  const signer = signAs(official, { person, office, on }, edition.retention.holdOffices);
  if (isRefusal(signer)) return signer;
  const data = { hold, signer, edition: edition.edition };
  const refs = { ...refsOfScope(placed.scope), official: [person] };
  return [holdLifted.draft({ occurredOn: on, refs, data })];
}

/**
 * Decides `decide-no-longer-needed`, only for a term that ends by such a decision. R2 §3.5, R4
 * §6.4.
 */
export function decideEndNeed(
  state: RetentionState,
  input: EndNeed,
  context: RetentionContext & { readonly days: StartDays },
): Decision {
  const { carrier, record, signer: person, office, on } = input;
  const { edition, official, days } = context;
  const before = state.unneeded.get(itemTarget(input));
  if (before !== undefined) return unneededAlready({ carrier, record, on: before });
  const term = termOf(edition, carrier);
  if (isRefusal(term)) return term;
  if (!carriersOf(edition, recordKindOf(record)).includes(carrier)) {
    return carrierHoldsOther({ carrier, record });
  }
  if (term.term !== 'until-no-longer-needed') return termNotByNeed({ carrier, term: term.term });
  const startedOn = startOf(term, input, days);
  if (isRefusal(startedOn)) return startedOn;
  const refused = refuseUnlessBegunBy(on, term, startedOn, record);
  if (refused !== null) return refused;
  const signer = signAs(official, { person, office, on }, edition.retention.needOffices);
  if (isRefusal(signer)) return signer;
  const refs = { ...anyRecordRefs(record), official: [person] };
  const data = { carrier, record, signer, edition: edition.edition };
  return [noLongerNeeded.draft({ occurredOn: on, refs, data })];
}

/** Decides `approve-permanent-lists`: once for each year, not before its last day. */
export function decideApprovePermanentLists(
  state: RetentionState,
  { year, signer: person, office, on }: ApprovePermanentLists,
  { edition, official }: RetentionContext,
): Decision {
  const before = state.permanentLists.get(year);
  if (before !== undefined) return permanentListsStand({ year, on: before });
  if (on < `${year}-12-31`) return actOutOfOrder({ on, after: `${year}-12-31` });
  const offices = edition.retention.approvals.flatMap((one) => one.offices);
  const signer = signAs(official, { person, office, on }, offices);
  if (isRefusal(signer)) return signer;
  const data = { year, signer, edition: edition.edition };
  return [permanentListsApproved.draft({ occurredOn: on, refs: { official: [person] }, data })];
}

/** The ids of what a hold covers, as refs: those of the learner, or of one record. */
function refsOfScope(scope: HoldScope): Refs {
  if (scope.kind === 'learner') return { learner: [scope.learner] };
  return scope.kind === 'record' ? anyRecordRefs(scope.record) : {};
}

/** Refuses `term-runs` where the decision is dated before the term begins. R4 §6.4. */
function refuseUnlessBegunBy(
  on: string,
  rule: CarrierTerm,
  startedOn: string | null,
  record: string,
): Refusal | null {
  const allowed = destructionDay(rule, { startedOn, unneededOn: on });
  if (allowed.kind !== 'from' || allowed.day <= on) return null;
  return termRuns({ carrier: rule.carrier, record, term: rule.term, from: allowed.day, on });
}
