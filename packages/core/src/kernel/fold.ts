import type { DraftEvent, RecordedEvent } from './event.ts';
import type { Refusal } from './refusal.ts';

/**
 * How the events of one aggregate make its state.
 *
 * `evolve` changes the state that it is given, which belongs to the fold alone. It is total: it
 * cannot fail on a decoded event of the aggregate's own stream.
 */
export interface Fold<State, E extends RecordedEvent> {
  /** The stream's kind: `enrollment`. */
  readonly kind: string;
  readonly initial: () => State;
  readonly evolve: (state: State, event: E) => void;
}

/**
 * What a decision gives: one or more events, or a refusal. It reads the state and never writes to
 * it.
 */
export type Decision<D extends DraftEvent = DraftEvent> = readonly D[] | Refusal;

/**
 * Folds events onto a state (a new one if none is given) and returns it. Law: `foldEvents(f, [...a,
 * ...b])` equals `foldEvents(f, b, foldEvents(f, a))`.
 */
export function foldEvents<State, E extends RecordedEvent>(
  fold: Fold<State, E>,
  events: Iterable<E>,
  state: State = fold.initial(),
): State {
  for (const event of events) fold.evolve(state, event);
  return state;
}
