import type { ActContext } from '../../../acting/context.ts';
import type { WithId } from '../../../acting/default-id.ts';
import { withDefaultId } from '../../../acting/default-id.ts';
import { alreadyExists } from '../../../acting/exists.ts';
import { actPaper, standingOn } from '../../../acting/own-paper.ts';
import { signAs } from '../../../acting/signer.ts';
import { stateOn } from '../../../entry/fold.ts';
import type { Decision } from '../../../kernel/fold.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { actOutOfOrder, refuseIfReversed } from '../../../values/day-order.ts';
import type { Signer } from '../../../values/shape.ts';
import { itemTarget } from '../../act/facts/questions.ts';
import { holdLifted, holdPlaced } from '../facts/events.ts';
import { carriersSeized, seizureEnded } from '../facts/presence-events.ts';
import { endableOf, isSeizable } from '../facts/presence-fitting-questions.ts';
import type { CarrierOfRecord, Seizure } from '../facts/presence-questions.ts';
import { carrierStandingOf } from '../facts/presence-questions.ts';
import { anyRecordRefs } from '../facts/record-refs-questions.ts';
import type { RetentionState } from '../facts/state.ts';
import { retentionEntries } from '../facts/state.ts';
import { carrierIsReleased } from '../facts/unknown.ts';
import { fittingPresence, refsOfListed, refuseUnlessListable } from '../presence/decide-listed.ts';
import { carrierUnfit } from '../presence/refusals.ts';
import type { EndSeizure, SeizeCarriers } from './commands.ts';
import { nothingSeized, seizureUnknown } from './refusals.ts';

/* An authority takes carriers away, by an act that places the holds, and gives them back or not. */

/**
 * Decides `seize-carriers`: with a hold on each record, in the same append. Refuses
 * `already-exists`, `period-reversed`, `carrier-unfit` for what is not in place, and as
 * `refuseUnlessListable` and `fittingPresence` do. RK 4 no. 10, 1.11.
 */
export const decideSeizeCarriers = standingOn(
  withDefaultId(fittingPresence(seized)),
  (_: RetentionState, { number, on }: SeizeCarriers) => actPaper(number, on),
);

function seized(
  state: RetentionState,
  input: WithId<SeizeCarriers>,
  { edition, official }: ActContext,
): Decision {
  const { id: seizure, number, items, reviewOn, signer: person, office, on } = input;
  const { authority, takerPosition, takerName, paper } = input;
  if (state.seizures.has(seizure)) return alreadyExists({ kind: 'seizure', id: seizure });
  const records = [...new Set(items.map((item) => item.record))];
  const holds = records.map((record, n) => ({ hold: `${seizure}-${n + 1}`, record }));
  const refused =
    refuseIfReversed(on, reviewOn) ??
    refuseUnlessListable(state, items, edition, on) ??
    refuseUnlessSeizable(state, items, on) ??
    refuseIfTaken(state, holds);
  if (refused !== null) return refused;
  const signer = signAs(official, { person, office, on }, edition.presence.seizureOffices);
  if (isRefusal(signer)) return signer;
  const signed = { signer, edition: edition.edition };
  const act = { number, date: String(on) };
  const said = { seizure, act, authority, takerPosition, taker: seizure, paper, items, holds };
  const name = takerName === undefined ? {} : { takerName: { value: takerName } };
  const refs = refsOfListed(items, [person]);
  const reason = `изъятие, акт № ${number}`;
  return [
    carriersSeized.draft({ occurredOn: on, refs, data: { ...said, ...name, ...signed } }),
    ...holds.map(({ hold, record }) => {
      const scope = { kind: 'record' as const, record };
      const data = { hold, scope, reason, authority, reviewOn, ...signed };
      return holdPlaced.draft({ occurredOn: on, refs: refsOfHold(record, signer), data });
    }),
  ];
}

const refsOfHold = (record: string, { person }: Signer) => ({
  ...anyRecordRefs(record),
  official: [person],
});

function refuseUnlessSeizable(
  state: RetentionState,
  items: readonly CarrierOfRecord[],
  on: string,
): Refusal | null {
  const then = stateOn(retentionEntries, state, on);
  for (const { carrier, record } of items) {
    const standing = carrierStandingOf(then, { carrier, record });
    if (!isSeizable(standing)) {
      return carrierUnfit({ carrier, record, standing, on, act: 'seizure' });
    }
  }
  return null;
}

function refuseIfTaken(
  state: RetentionState,
  holds: readonly { readonly hold: string }[],
): Refusal | null {
  const taken = holds.find(({ hold }) => state.holds.has(hold));
  return taken === undefined ? null : alreadyExists({ kind: 'hold', id: taken.hold });
}

/**
 * Decides `end-seizure`: what came back lifts the holds of its record that stand still. What was
 * attached to a case may come back later, where it is named. Refuses `seizure-unknown`,
 * `act-out-of-order`, `nothing-seized`, `carrier-released` for what counted as gone when it was
 * selected for destruction, and as `fittingPresence` does. RK 4 no. 10.
 */
export const decideEndSeizure = standingOn(
  fittingPresence(ended),
  (_: RetentionState, { paper }: EndSeizure) => paper,
);

function ended(
  state: RetentionState,
  input: EndSeizure,
  { edition, official }: ActContext,
): Decision {
  const { seizure, outcome, paper, defects, signer: person, office, on } = input;
  const known = state.seizures.get(seizure);
  if (known === undefined) return seizureUnknown({ seizure });
  if (on < known.on) return actOutOfOrder({ on, after: known.on });
  const then = stateOn(retentionEntries, state, on);
  const away = then.seizures.get(seizure)?.away ?? new Set();
  const endable = endableOf(then, seizure, outcome);
  const items = (input.items ?? known.items.filter((item) => away.has(itemTarget(item)))).map(
    ({ carrier, record }) => ({ carrier, record }),
  );
  const asked = items.map(itemTarget).filter((target) => !endable.has(target));
  if (items.length === 0 || asked.length > 0) {
    return nothingSeized({ seizure, asked, away: [...endable] });
  }
  for (const item of items) {
    const release = state.released.get(itemTarget(item));
    if (outcome === 'returned' && release !== undefined) {
      return carrierIsReleased({ ...item, act: release.act });
    }
  }
  const signer = signAs(official, { person, office, on }, edition.presence.seizureOffices);
  if (isRefusal(signer)) return signer;
  const signed = { signer, edition: edition.edition };
  const refs = refsOfListed(items, [person]);
  const data = { seizure, items, outcome, paper, defects, ...signed };
  const lifted = outcome === 'returned' ? holdsToLift(state, known, items) : [];
  return [
    seizureEnded.draft({ occurredOn: on, refs, data }),
    ...lifted.map(({ hold, record }) =>
      holdLifted.draft({
        occurredOn: on,
        refs: refsOfHold(record, signer),
        data: { hold, ...signed },
      }),
    ),
  ];
}

/** The holds in force on the records of which everything that was taken is back. */
function holdsToLift(
  { holds }: RetentionState,
  seizure: Seizure,
  items: readonly CarrierOfRecord[],
): Seizure['holds'] {
  const back = new Set([...seizure.back, ...items.map(itemTarget)]);
  return seizure.holds.filter(({ hold, record }) => {
    const ofRecord = seizure.items.filter((item) => item.record === record);
    return holds.get(hold)?.liftedOn === null && ofRecord.every((one) => back.has(itemTarget(one)));
  });
}
