import type { RecordedEvent } from '../kernel/event.ts';
import type { Decision } from '../kernel/fold.ts';
import { isRefusal } from '../kernel/refusal.ts';
import type { EntryFold, WithEntries } from './fold.ts';
import { stateWith } from './fold.ts';
import type { RestingFact } from './refusals.ts';
import { entryContradicted } from './refusals.ts';

/*
 * Whether the entries of a stream fit one another: a consent needs somebody who may give it, the
 * end of a period needs the period. A fact that is entered late, annulled or corrected must not
 * leave such an entry without what it rests on, so that the order of recording makes no difference.
 */

/** How the entries of a stream make its state, and which of them do not fit the others. */
export interface Fit<State extends object, E extends RecordedEvent> {
  readonly own: EntryFold<State, E>;
  readonly unfit: (state: State & WithEntries<E>) => readonly E[];
}

/**
 * The entries that fit before and do not after; those that only one of the two has are left out.
 */
export function restingFacts<State extends object, E extends RecordedEvent>(
  { unfit }: Fit<State, E>,
  before: State & WithEntries<E>,
  after: State & WithEntries<E>,
): readonly RestingFact[] {
  const already = new Set(unfit(before).map(({ id }) => id));
  return unfit(after)
    .filter(({ id }) => before.entries.has(id) && !already.has(id))
    .map(({ type, id, occurredOn: on }) => ({ type, id, on }));
}

/**
 * A decision that refuses `entry-contradicted` where other entries could not be beside the new
 * ones: a representative's rights end on a day before a consent that they gave.
 */
export function fitting<
  State extends object,
  E extends RecordedEvent,
  Given extends readonly unknown[],
>(
  fit: Fit<State, E>,
  decide: (state: State & WithEntries<E>, ...given: Given) => Decision,
): (state: State & WithEntries<E>, ...given: Given) => Decision {
  return (state, ...given) => {
    const drafts = decide(state, ...given);
    if (isRefusal(drafts)) return drafts;
    const facts = restingFacts(fit, state, stateWith(fit.own, state, drafts));
    const on = drafts[0]?.occurredOn ?? '';
    return facts.length === 0 ? drafts : entryContradicted({ on, facts });
  };
}
