import type { RecordedEvent, Session } from '@letopis/core';
import { rowsEvents } from '@letopis/core/events';
import type { RowEvent } from '@letopis/core/facts';
import { rowsFold } from '@letopis/core/facts';
import type { LogIndex } from '@letopis/core/kernel';
import type { Value } from '../mapping/read-row.ts';

/*
 * The rows with keys that an organisation's imports have seen: an index in memory over the streams
 * of rows. It keeps hashes alone; what a row said is read from the log when it is shown.
 */

/** What a row is known by; it lies beside the line of its event. */
export interface Seen {
  /** Its identity, and the digest of its contents: keyed hashes. */
  readonly key: string;
  readonly digest: string;
  /** SHA-256 of the mapping by which it was read. */
  readonly by: string;
  /** Its fields that are not personal, save long ones. */
  readonly fields: Readonly<Record<string, Value>>;
  /** Digests of its personal fields, and of those that are too long to keep. */
  readonly hidden: Readonly<Record<string, string>>;
  readonly long: Readonly<Record<string, string>>;
}

/** What was recorded of a row: its contents, and the event that it became. */
export interface Taken {
  readonly digest: string;
  /** Place of the event that has the contents, as `stream@revision`. */
  readonly at: string;
  readonly event: string;
  readonly stream: string;
}

/** A row that was sent and did not become an event, as far as is known. */
export interface Pending extends Pick<Taken, 'digest' | 'at'> {
  readonly recordedAt: string;
}

/** A row that a person must decide on. */
export interface Aside extends Pick<Taken, 'digest' | 'at'> {
  /** Event id of its being set aside. */
  readonly id: string;
  readonly import: string;
}

/** A row with a key, over all files that have it. */
export interface KnownRow {
  /** Event id of the first `RowKnown`: the ids of its commands are derived from it. */
  readonly first: string;
  /** What it was recorded as at first; null: no event came of it yet. */
  original: Taken | null;
  /** What it was recorded as last, by a correction of this import or of a person for it. */
  taken: Taken | null;
  /** How many events came of it by commands of imports. */
  times: number;
  /** Ids of all events that came of it. */
  readonly ours: Set<string>;
  pending: readonly Pending[];
  aside: Aside | null;
  /** Digest of the contents that a person decided on last. */
  decided: string | null;
}

/** A row that has its contents recorded. */
export type TakenRow = KnownRow & { readonly taken: Taken };

/** All rows with keys of an organisation. */
export interface KnownRows {
  readonly rows: Map<string, KnownRow>;
  /** The keys of rows that were sent, by place, until they are taken. */
  readonly open: Map<string, string>;
  /** The keys of rows that a person must decide on, by the event that set them aside. */
  readonly asides: Map<string, string>;
  /** Row numbers that were handled, by import, sheet and mapping ({@link sheetKey}). */
  readonly handled: Map<string, Set<number>>;
  /** Columns of the key, by source and mapping ({@link mappingKey}). */
  readonly keys: Map<string, readonly string[]>;
  /** Ids of the secrets under which they were hashed. */
  readonly secrets: Set<string>;
  /** Learners whose rows were erased with them, so that none of theirs is known again. */
  readonly erased: Set<string>;
}

export const mappingKey = (source: string, mapping: string): string => `${source}\n${mapping}`;

export const sheetKey = (of: {
  readonly import: string;
  readonly sheet: string | null;
  readonly mapping: string;
}): string => `${of.import}\n${of.mapping}\n${of.sheet ?? ''}`;

export const knownRows: LogIndex<KnownRows> = {
  name: 'known-rows',
  kind: rowsFold.kind,
  types: rowsEvents.map(({ type }) => type),
  initial: () => ({
    rows: new Map(),
    open: new Map(),
    asides: new Map(),
    handled: new Map(),
    keys: new Map(),
    secrets: new Set(),
    erased: new Set(),
  }),
  add: (known, event) => {
    const entry = event as RowEvent;
    switch (entry.type) {
      case 'RowKnown':
        return addKnown(known, entry);
      case 'RowsTaken':
        return addTaken(known, entry);
      case 'RowSetAside':
        return addAside(known, entry);
      case 'RowSettled':
        return addSettled(known, entry);
    }
  },
};

type Of<Type extends RowEvent['type']> = Extract<RowEvent, { readonly type: Type }>;

/** The place of an event, as `stream@revision`. */
export const placeOf = ({ stream, revision }: Pick<RecordedEvent, 'stream' | 'revision'>): string =>
  `${stream}@${revision}`;

/** Reads an event about a row at its place; null: there is none. */
export async function readRowAt(session: Session, at: string): Promise<RowEvent | null> {
  const [stream = '', revision] = at.split('@');
  const [event] = await session.handler.events(stream, Number(revision), 1);
  return (event as RowEvent | undefined) ?? null;
}

/** What a row was known by; null: it was erased with its learner. */
export function seenIn(event: RowEvent): Seen | null {
  if (event.type !== 'RowKnown' && event.type !== 'RowSetAside') return null;
  const { seen } = event.data;
  return 'value' in seen ? (JSON.parse(seen.value) as Seen) : null;
}

function addKnown(known: KnownRows, event: Of<'RowKnown'>): void {
  const { secret, source, mapping, key: columns, row: number } = event.data;
  known.secrets.add(secret);
  known.keys.set(mappingKey(source, mapping), columns);
  addHandled(known, event.data, number);
  const seen = seenIn(event);
  if (seen === null) {
    for (const learner of event.refs.learner ?? []) known.erased.add(learner);
    return;
  }
  const { key, digest } = seen;
  const at = placeOf(event);
  known.open.set(at, key);
  const row = known.rows.get(key) ?? newRow(event.id);
  row.pending = [...row.pending, { digest, at, recordedAt: event.recordedAt }];
  known.rows.set(key, row);
}

function addHandled(
  { handled }: KnownRows,
  of: Parameters<typeof sheetKey>[0],
  number: number,
): void {
  const key = sheetKey(of);
  handled.set(key, (handled.get(key) ?? new Set()).add(number));
}

const newRow = (first: string): KnownRow => ({
  first,
  original: null,
  taken: null,
  times: 0,
  ours: new Set(),
  pending: [],
  aside: null,
  decided: null,
});

function addTaken({ rows, open }: KnownRows, { stream: own, data }: Of<'RowsTaken'>): void {
  for (const { known, event, stream } of data.rows) {
    const at = `${own}@${known}`;
    const row = rows.get(open.get(at) ?? '');
    const sent = row?.pending.find((one) => one.at === at);
    open.delete(at);
    if (row === undefined || sent === undefined || row.ours.has(event)) continue;
    row.taken = { digest: sent.digest, at, event, stream };
    row.original ??= row.taken;
    row.times += 1;
    row.ours.add(event);
    for (const one of row.pending) open.delete(one.at);
    row.pending = [];
  }
}

function addAside(known: KnownRows, event: Of<'RowSetAside'>): void {
  const { first, recorded, row: number } = event.data;
  addHandled(known, event.data, number);
  const seen = seenIn(event);
  if (seen === null) return;
  const { key, digest } = seen;
  const at = placeOf(event);
  let row = known.rows.get(key);
  if (row === undefined) {
    // What it was known by was erased with another learner.
    row = { ...newRow(first), taken: { digest: '', at, ...recorded }, times: 1 };
    row.ours.add(recorded.event);
    known.rows.set(key, row);
  }
  row.aside = { id: event.id, import: event.data.import, digest, at };
  known.asides.set(event.id, key);
}

/** A row that a person decided on counts as recorded with what it was set aside with. */
function addSettled({ rows, asides }: KnownRows, { data }: Of<'RowSettled'>): void {
  const row = rows.get(asides.get(data.aside) ?? '');
  asides.delete(data.aside);
  if (row?.aside?.id !== data.aside) return;
  const { digest, at } = row.aside;
  row.aside = null;
  if (data.how !== 'entered' && data.how !== 'left') return;
  row.decided = digest;
  if (row.taken !== null) row.taken = { ...row.taken, ...data.fact, digest, at };
  if (data.fact !== null) row.ours.add(data.fact.event);
}
