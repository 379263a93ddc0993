import type { ActContext } from '../../../acting/context.ts';
import { actPaper, standingOn } from '../../../acting/own-paper.ts';
import { signAs } from '../../../acting/signer.ts';
import { stateOn } from '../../../entry/fold.ts';
import type { Decision } from '../../../kernel/fold.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { actOutOfOrder } from '../../../values/day-order.ts';
import { addDays, localDate } from '../../../values/local-date.ts';
import { itemTarget } from '../../act/facts/questions.ts';
import { copyRestored, nonDiscoveryApproved } from '../facts/presence-events.ts';
import { isRestorable } from '../facts/presence-fitting-questions.ts';
import { carrierStandingOf } from '../facts/presence-questions.ts';
import type { RetentionState } from '../facts/state.ts';
import { retentionEntries } from '../facts/state.ts';
import type { ApproveNonDiscovery, RestoreCopy } from './commands.ts';
import type { MembersContext } from './context.ts';
import {
  fittingPresence,
  refsOfListed,
  refuseUnlessListable,
  refuseUnlessOfficials,
} from './decide-listed.ts';
import { carrierUnfit, commissionFew } from './refusals.ts';

/* How a search without success ends: the act of non-discovery, the restored copy. RK 4 no. 3. */

/**
 * Decides `approve-non-discovery`. Refuses `commission-few`, `not-appointed` for a member without
 * an office on the day of the act, `carrier-unfit` for what is not sought, `act-out-of-order` where
 * the act is drawn up before the search or after its approval, and as `refuseUnlessListable` and
 * `fittingPresence` do. RK 4 no. 3.
 */
export const decideNonDiscovery = standingOn(
  fittingPresence(approved),
  // The act is of the day on which it was drawn up.
  (_: RetentionState, { number, on, drawnUpOn = on }: ApproveNonDiscovery) =>
    actPaper(number, drawnUpOn),
);

function approved(
  state: RetentionState,
  input: ApproveNonDiscovery,
  context: MembersContext,
): Decision {
  const { edition, official } = context;
  const { number, items, done, members, signer: person, office, on } = input;
  const { drawnUpOn: date = on } = input;
  const { approvalOffices, commissionMin, copyDays } = edition.presence;
  if (date > on) return actOutOfOrder({ on, after: date });
  if (new Set(members).size < Math.max(commissionMin, members.length)) {
    return commissionFew({ given: members, needed: Math.max(commissionMin, members.length) });
  }
  const refused =
    refuseUnlessOfficials(context, date) ?? refuseUnlessListable(state, items, edition, on);
  if (refused !== null) return refused;
  const then = stateOn(retentionEntries, state, on);
  for (const { carrier, record } of items) {
    const one = then.carriers.get(itemTarget({ carrier, record }));
    if (one?.standing !== 'sought') {
      const standing = one?.standing ?? 'in-place';
      return carrierUnfit({ carrier, record, standing, on, act: 'non-discovery' });
    }
    if (date < one.since) return actOutOfOrder({ on: date, after: one.since });
  }
  const signer = signAs(official, { person, office, on }, approvalOffices);
  if (isRefusal(signer)) return signer;
  const copyDueOn = copyDays === null ? null : addDays(localDate.parse(on), copyDays);
  const said = { act: { number, date: String(date) }, items, done, members, copyDueOn };
  const data = { ...said, signer, edition: edition.edition };
  const refs = refsOfListed(items, [person, ...members]);
  return [nonDiscoveryApproved.draft({ occurredOn: on, refs, data })];
}

/**
 * Decides `restore-copy`. Refuses `carrier-unfit` for what is in place or sought still, and as
 * `refuseUnlessListable` and `fittingPresence` do. RK 4 no. 3.
 */
export const decideRestoreCopy = fittingPresence(restored);

function restored(
  state: RetentionState,
  input: RestoreCopy,
  { edition, official }: ActContext,
): Decision {
  const { carrier, record, restoredFrom, sheets, signer: person, office, on } = input;
  const refused = refuseUnlessListable(state, [input], edition, on);
  if (refused !== null) return refused;
  const standing = carrierStandingOf(stateOn(retentionEntries, state, on), input);
  if (!isRestorable(standing)) {
    return carrierUnfit({ carrier, record, standing, on, act: 'restore' });
  }
  const signer = signAs(official, { person, office, on }, edition.presence.copyOffices);
  if (isRefusal(signer)) return signer;
  const data = { carrier, record, restoredFrom, sheets, signer, edition: edition.edition };
  return [copyRestored.draft({ occurredOn: on, refs: refsOfListed([input], [person]), data })];
}
