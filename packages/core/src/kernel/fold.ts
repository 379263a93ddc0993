import type { DraftEvent, RecordedEvent } from './event.ts';
import type { Refusal } from './refusal.ts';

/**
 * The memory of one aggregate: how its events make its state.
 *
 * `evolve` mutates the state that it is given: the fold owns it, and nobody else writes it. It is
 * total and cannot fail on a decoded event of the aggregate's own stream.
 */
export interface Fold<State, E extends RecordedEvent> {
  /** The stream's kind: `enrollment`. */
  readonly kind: string;
  readonly initial: () => State;
  readonly evolve: (state: State, event: E) => void;
}

/** What a decision gives: one or more events, or a refusal. It reads the state, never writes it. */
export type Decision<D extends DraftEvent = DraftEvent> = readonly D[] | Refusal;

/**
 * Folds events onto a state (a new one if none is given) and returns it.
 * Law: `fold(d, [...a, ...b])` equals `fold(d, b, fold(d, a))`.
 */
export function foldEvents<State, E extends RecordedEvent>(
  fold: Fold<State, E>,
  events: Iterable<E>,
  state: State = fold.initial(),
): State {
  for (const event of events) fold.evolve(state, event);
  return state;
}
