import type { RecordedEvent } from '../kernel/event.ts';
import type { Fold } from '../kernel/fold.ts';

/** What annulling an entry says of it. */
export interface Annulment {
  /** Event id of the annulment. */
  readonly event: string;
  readonly actedOn: string;
  /** Event id of the entry that stands in its place; null: annulled from the start. */
  readonly replacedBy: string | null;
}

/** One entry of a stream, and its annulment. */
export interface Entry<E extends RecordedEvent = RecordedEvent> {
  readonly event: E;
  /** Null: the entry counts. */
  annulled: Annulment | null;
}

/** The part of a state that knows the entries of its stream, in the order of the log. */
export interface WithEntries<E extends RecordedEvent = RecordedEvent> {
  readonly entries: Map<string, Entry<E>>;
  /** Day of the latest entry that counts; '' where there is none. */
  latestDay: string;
}

/** The data that every event which annuls an entry has. */
interface AnnulmentData {
  readonly corrects: string;
  readonly actedOn: string;
  readonly replacedBy: string | null;
}

/** An event that annuls an entry. */
export type AnnulmentEvent<Type extends string = string> = RecordedEvent<Type, AnnulmentData>;

/** How the entries of a stream make its state; annulled entries are never seen by it. */
export interface EntryFold<State extends object, E extends RecordedEvent> {
  readonly kind: string;
  readonly initial: () => State;
  readonly evolve: (state: State, event: E) => void;
}

/**
 * A fold whose entries can be annulled and entered late: its state is that of the entries that
 * count, taken in the order of their days (those of one day in the order of the log). An event in
 * its order costs what `evolve` costs; one dated before the last, or an annulment, builds the state
 * anew from the entries.
 * @param annuls the event type that annuls an entry of this stream.
 */
export function foldEntries<
  State extends object,
  E extends RecordedEvent,
  A extends AnnulmentEvent,
>(
  own: EntryFold<State, E>,
  annuls: { readonly type: A['type'] },
): Fold<State & WithEntries<E>, E | A> {
  const isAnnulment = (event: E | A): event is A => event.type === annuls.type;
  return {
    kind: own.kind,
    initial: () => ({ ...own.initial(), entries: new Map(), latestDay: '' }),
    evolve: (state, event) => {
      if (isAnnulment(event)) {
        if (annul(state, event)) rebuild(own, state);
        return;
      }
      state.entries.set(event.id, { event, annulled: null });
      const after = placeInLog(state, event);
      if (event.occurredOn < state.latestDay || after !== event.id) return rebuild(own, state);
      state.latestDay = event.occurredOn;
      own.evolve(state, event);
    },
  };
}

/** Marks an entry as annulled; false where there is no such entry, or it is annulled already. */
function annul<E extends RecordedEvent>(
  { entries }: WithEntries<E>,
  { id: event, data: { corrects, actedOn, replacedBy } }: AnnulmentEvent,
): boolean {
  const entry = entries.get(corrects);
  if (entry === undefined || entry.annulled !== null) return false;
  entry.annulled = { event, actedOn, replacedBy };
  return true;
}

/**
 * The entries that count, in the order of their days; those of one day in the order of the log,
 * where an entry takes the place of the one that it replaces.
 */
export function entriesInForce<E extends RecordedEvent>(
  state: Pick<WithEntries<E>, 'entries'>,
): readonly E[] {
  const places = new Map([...state.entries.keys()].map((id, index) => [id, index]));
  const placeOf = (event: E): number => places.get(placeInLog(state, event)) ?? 0;
  return [...state.entries.values()]
    .filter(({ annulled }) => annulled === null)
    .map(({ event }) => event)
    .toSorted((a, b) => compareDays(a, b) || placeOf(a) - placeOf(b));
}

/** The entry whose place in the log an entry takes: the first of its day that led to it. */
function placeInLog<E extends RecordedEvent>(
  { entries }: Pick<WithEntries<E>, 'entries'>,
  { id, occurredOn }: E,
): string {
  let place = id;
  for (;;) {
    let before: string | undefined;
    for (const { event, annulled } of entries.values()) {
      if (annulled?.replacedBy === place && event.occurredOn === occurredOn) before = event.id;
    }
    if (before === undefined) return place;
    place = before;
  }
}

const compareDays = (a: RecordedEvent, b: RecordedEvent): number =>
  a.occurredOn < b.occurredOn ? -1 : Number(a.occurredOn > b.occurredOn);

function rebuild<State extends object, E extends RecordedEvent>(
  own: EntryFold<State, E>,
  state: State & WithEntries<E>,
): void {
  const fresh = own.initial();
  const events = entriesInForce(state);
  for (const event of events) own.evolve(fresh, event);
  Object.assign(state, fresh, { latestDay: events.at(-1)?.occurredOn ?? '' });
}

/**
 * The state as it would be without an entry, for the decision whether it may be annulled or
 * corrected. The given state does not change.
 */
export function stateWithout<State extends object, E extends RecordedEvent>(
  own: EntryFold<State, E>,
  state: State & WithEntries<E>,
  entry: string,
): State & WithEntries<E> {
  const rest = new Map([...state.entries].filter(([id]) => id !== entry));
  const fresh = { ...own.initial(), entries: rest, latestDay: '' };
  rebuild(own, fresh);
  return fresh;
}
