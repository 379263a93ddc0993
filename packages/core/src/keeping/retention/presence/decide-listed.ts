import { notAppointed } from '../../../acting/signer.ts';
import { restingFacts } from '../../../entry/fitting.ts';
import { stateWith } from '../../../entry/fold.ts';
import { entryContradicted } from '../../../entry/refusals.ts';
import type { Refs } from '../../../kernel/event.ts';
import type { DraftEvent } from '../../../kernel/event.ts';
import type { Decision } from '../../../kernel/fold.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { carrierUnknown } from '../../../papers/carrier/facts/unknown.ts';
import { appointmentOn } from '../../../rules/official/facts/questions.ts';
import type { Edition } from '../../../rules/regulation/facts/state.ts';
import { itemTarget } from '../../act/facts/questions.ts';
import { straysReleased } from '../facts/presence-fitting-questions.ts';
import type { CarrierOfRecord } from '../facts/presence-questions.ts';
import { carriersOf, recordKindOf } from '../facts/questions.ts';
import { refsOfRecords } from '../facts/record-refs-questions.ts';
import type { RetentionState } from '../facts/state.ts';
import { retentionEntries, retentionFit } from '../facts/state.ts';
import { carrierHoldsOther, carrierIsReleased } from '../facts/unknown.ts';
import type { MembersContext } from './context.ts';
import { carrierTwice } from './refusals.ts';

/* What every entry about carriers is asked: do they exist, and does it fit the others? */

/**
 * Refuses a list that names a carrier twice (`carrier-listed-twice`), one that the regulation does
 * not have or that holds no such records (`carrier-unknown`, `carrier-holds-other`), and one that
 * was released for destruction by the day (`carrier-released`).
 */
export function refuseUnlessListable(
  { released }: Pick<RetentionState, 'released'>,
  items: readonly CarrierOfRecord[],
  edition: Edition,
  on: string,
): Refusal | null {
  const known = edition.carriers.carriers.map(({ id }) => id);
  const seen = new Set<string>();
  for (const { carrier, record } of items) {
    const target = itemTarget({ carrier, record });
    if (seen.has(target)) return carrierTwice({ carrier, record });
    seen.add(target);
    if (!known.includes(carrier)) return carrierUnknown({ carrier, carriers: known });
    if (!carriersOf(edition, recordKindOf(record)).includes(carrier)) {
      return carrierHoldsOther({ carrier, record });
    }
    const release = released.get(target);
    if (release !== undefined && release.on <= on) {
      return carrierIsReleased({ carrier, record, act: release.act });
    }
  }
  return null;
}

/**
 * Refuses `not-appointed` where a member holds no office on the day of the act, because a
 * commission of nobody has checked nothing. An office of one group or programme counts too. RK 4
 * no. 3.
 */
export function refuseUnlessOfficials(
  { members, edition }: Pick<MembersContext, 'members' | 'edition'>,
  on: string,
): Refusal | null {
  const offices = edition.general.offices.map(({ id }) => id);
  for (const [person, official] of members) {
    if (appointmentOn(official, offices, on, 'any') === null) {
      return notAppointed({ person, offices, on });
    }
  }
  return null;
}

/**
 * A decision that also refuses `entry-contradicted` where other entries could not be beside the new
 * ones, and `carrier-released` where a carrier would be sought or seized that was released for
 * destruction since.
 */
export function fittingPresence<Given extends readonly unknown[]>(
  decide: (state: RetentionState, ...given: Given) => Decision,
) {
  return (state: RetentionState, ...given: Given): Decision => {
    const drafts = decide(state, ...given);
    return isRefusal(drafts) ? drafts : (refuseIfContradicted(state, drafts) ?? drafts);
  };
}

function refuseIfContradicted(
  state: RetentionState,
  drafts: readonly DraftEvent[],
): Refusal | null {
  const after = stateWith(retentionEntries, state, drafts);
  const [stray] = straysReleased(state.released, after);
  if (stray !== undefined) {
    const { carrier, record, act } = stray;
    return carrierIsReleased({ carrier, record, act });
  }
  const facts = restingFacts(retentionFit, state, after);
  const on = drafts[0]?.occurredOn ?? '';
  return facts.length === 0 ? null : entryContradicted({ on, facts });
}

/** The ids in the names of the records of a list, as refs, with the officials. */
export function refsOfListed(
  items: readonly CarrierOfRecord[],
  officials: readonly string[],
): Refs {
  return { ...refsOfRecords(items.map(({ record }) => record)), official: [...officials] };
}
