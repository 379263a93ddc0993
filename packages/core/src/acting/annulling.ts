import type { Fit } from '../entry/fitting.ts';
import { restingFacts } from '../entry/fitting.ts';
import type { WithEntries } from '../entry/fold.ts';
import { stateWithout } from '../entry/fold.ts';
import type { RestingFact } from '../entry/refusals.ts';
import { entryRestedOn } from '../entry/refusals.ts';
import type { RecordedEvent } from '../kernel/event.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import type { PutRight, PutRightAsked, PutRightContext, PuttingRight } from './putting-right.ts';
import { findPutRight } from './putting-right.ts';

/*
 * Annulling an entry of a stream whose facts follow one another: it is taken back after what rests
 * on it, and entered anew with its true day and values. RK 1.8.
 */

/** How the entry's stream is asked, and what rests on its entries in other streams. */
export interface AnnulAsked<E extends RecordedEvent> extends PutRightAsked {
  /** The facts of other streams that could not be without the entry; by default none. */
  readonly elsewhere?: (entry: E) => readonly RestingFact[];
}

/**
 * Finds the entry that a command annuls, and its signer. Refuses `entry-rested-on` where other
 * entries of the stream, or facts of other streams, could not be without it, and as `findPutRight`
 * does.
 */
export function findAnnulled<State extends object, E extends RecordedEvent>(
  fit: Fit<State, E>,
  state: State & WithEntries<E>,
  input: PuttingRight,
  context: PutRightContext,
  { elsewhere = () => [], ...asked }: AnnulAsked<E>,
): PutRight<E> | Refusal {
  const found = findPutRight(state, input, context, asked);
  if (isRefusal(found)) return found;
  const { entry } = input;
  const within = restingFacts(fit, state, stateWithout(fit.own, state, entry));
  const facts = [...within, ...elsewhere(found.entry.event)];
  return facts.length === 0 ? found : entryRestedOn({ entry, facts });
}

/** The reason of an annulment as personal data; absent where none is given. */
export const personalReason = ({ reason }: Pick<PuttingRight, 'reason'>) =>
  reason === undefined ? {} : { reason: { value: reason } };
