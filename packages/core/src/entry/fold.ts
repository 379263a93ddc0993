import type { DraftEvent, RecordedEvent } from '../kernel/event.ts';
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
  /**
   * Revision that orders the entries of one day: the event's own, or that of the entry of the same
   * day in whose place it stands, so that a correction of the first of two does not become the
   * last.
   */
  readonly place: number;
}

/** The part of a state that knows the entries of its stream, in the order of the log. */
export interface WithEntries<E extends RecordedEvent = RecordedEvent> {
  readonly entries: Map<string, Entry<E>>;
  /** Day of the latest entry that counts; '' where there is none. */
  latestDay: string;
  /**
   * The entry that each announced replacement stands in for, by the event id of the replacement.
   */
  readonly replaced: Map<string, string>;
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
 * @param annuls the event type, or types, that annul an entry of this stream.
 */
export function foldEntries<
  State extends object,
  E extends RecordedEvent,
  A extends AnnulmentEvent,
>(
  own: EntryFold<State, E>,
  annuls: { readonly type: A['type'] | readonly A['type'][] },
): Fold<State & WithEntries<E>, E | A> {
  const types: readonly string[] = [annuls.type].flat();
  const isAnnulment = (event: E | A): event is A => types.includes(event.type);
  return {
    kind: own.kind,
    initial: () => ({
      ...own.initial(),
      entries: new Map(),
      latestDay: '',
      replaced: new Map(),
    }),
    evolve: (state, event) => {
      if (isAnnulment(event)) {
        if (annul(state, event)) rebuild(own, state);
        return;
      }
      const place = placeOf(event, state.entries.get(state.replaced.get(event.id) ?? ''));
      state.entries.set(event.id, { event, annulled: null, place });
      if (event.occurredOn < state.latestDay || place !== event.revision) {
        return rebuild(own, state);
      }
      state.latestDay = event.occurredOn;
      own.evolve(state, event);
    },
  };
}

/** Marks an entry as annulled; false where there is no such entry, or it is annulled already. */
function annul<E extends RecordedEvent>(
  { entries, replaced }: WithEntries<E>,
  { id: event, data: { corrects, actedOn, replacedBy } }: AnnulmentEvent,
): boolean {
  const entry = entries.get(corrects);
  if (entry === undefined || entry.annulled !== null) return false;
  entry.annulled = { event, actedOn, replacedBy };
  if (replacedBy !== null) replaced.set(replacedBy, corrects);
  return true;
}

function placeOf(event: RecordedEvent, before: Entry | undefined): number {
  return before?.event.occurredOn === event.occurredOn ? before.place : event.revision;
}

/**
 * The entries that count, in the order of their days. Those of one day are in the order of the log;
 * one that replaces another of its day has the place of that one.
 */
export function entriesInForce<E extends RecordedEvent>({
  entries,
}: Pick<WithEntries<E>, 'entries'>): readonly E[] {
  return [...entries.values()]
    .filter(({ annulled }) => annulled === null)
    .toSorted(byDay)
    .map(({ event }) => event);
}

function byDay(a: Entry, b: Entry): number {
  const [one, other] = [a.event.occurredOn, b.event.occurredOn];
  return one === other ? a.place - b.place : one < other ? -1 : 1;
}

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
  ...entries: readonly string[]
): State & WithEntries<E> {
  return stateOf(own, state, new Map([...state.entries].filter(([id]) => !entries.includes(id))));
}

/**
 * The state as it was on a day: that of the entries of this day and of earlier ones. It is for the
 * decision about a fact that is entered late. The given state does not change. RK 1.5.
 */
export function stateOn<State extends object, E extends RecordedEvent>(
  own: EntryFold<State, E>,
  state: State & WithEntries<E>,
  day: string,
): State & WithEntries<E> {
  if (day >= state.latestDay) return state;
  const until = [...state.entries].filter(([, { event }]) => event.occurredOn <= day);
  return stateOf(own, state, new Map(until));
}

/**
 * The state as it would be with the drafts of a command, one of which may stand in the place of an
 * entry. The given state does not change.
 * @param replaced event id of the entry that the drafts replace; by default none.
 */
export function stateWith<State extends object, E extends RecordedEvent>(
  own: EntryFold<State, E>,
  state: State & WithEntries<E>,
  drafts: readonly DraftEvent[],
  replaced?: string,
): State & WithEntries<E> {
  const before = state.entries.get(replaced ?? '');
  const rest = new Map([...state.entries].filter(([id]) => id !== replaced));
  for (const [at, draft] of drafts.entries()) {
    const event = draftedEvent<E>(draft, at);
    rest.set(event.id, { event, annulled: null, place: placeOf(event, before) });
  }
  return stateOf(own, state, rest);
}

function stateOf<State extends object, E extends RecordedEvent>(
  own: EntryFold<State, E>,
  { replaced }: WithEntries<E>,
  entries: Map<string, Entry<E>>,
): State & WithEntries<E> {
  const state = { ...own.initial(), entries, latestDay: '', replaced };
  rebuild(own, state);
  return state;
}

/** What a draft has no value of yet. */
const NOT_STORED = '';

/**
 * A draft as the event that it would become: later in the log than all that is stored. The drafts
 * of one command keep their order, because entries of one day and place are never reordered.
 * @param at index of the draft in its command.
 */
export function draftedEvent<E extends RecordedEvent>(
  { type, occurredOn, refs, data }: DraftEvent,
  at: number,
): E {
  const drafted: RecordedEvent = {
    id: `draft-${at}`,
    type,
    schemaVersion: 0,
    stream: NOT_STORED,
    revision: Number.MAX_SAFE_INTEGER,
    position: NOT_STORED,
    occurredOn,
    recordedAt: NOT_STORED,
    actor: NOT_STORED,
    onBehalfOf: null,
    ground: null,
    commandId: NOT_STORED,
    commandDigest: NOT_STORED,
    causationId: null,
    refs,
    data,
  };
  return drafted as E;
}
