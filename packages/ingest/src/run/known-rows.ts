import type { EventOf, RecordedEvent } from '@letopis/core';
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
  /** Its fields that are not personal; null: too many to keep. */
  readonly fields: Readonly<Record<string, Value>> | null;
  /** Digests of its personal fields. */
  readonly hidden: Readonly<Record<string, string>>;
}

/** What was recorded of a row: its contents, and the event that it became. */
export interface Taken {
  readonly digest: string;
  /** Place of the event that has the contents, as `stream@revision`. */
  readonly at: string;
  readonly event: string;
  readonly stream: string;
}

/** A row that a person must decide on. */
export interface Aside {
  /** Event id of its being set aside. */
  readonly id: string;
  readonly import: string;
  readonly digest: string;
  readonly at: string;
}

/** A row with a key, over all files that have it. */
export interface KnownRow {
  /** Event id of the first `RowKnown`: the ids of its commands are derived from it. */
  readonly first: string;
  /** What it was recorded as at first; null: no event came of it yet. */
  original: Taken | null;
  /** What it was recorded as last, by a correction of this import too. */
  taken: Taken | null;
  /** How many events came of it. */
  times: number;
  aside: Aside | null;
}

/** All rows with keys of an organisation. */
export interface KnownRows {
  readonly rows: Map<string, KnownRow>;
  /** Rows that were sent and did not become an event yet, by place. */
  readonly open: Map<string, { readonly key: string; readonly digest: string }>;
  /** The keys of rows that a person must decide on, by the event that set them aside. */
  readonly asides: Map<string, string>;
  /** Ids of the secrets under which they were hashed. */
  readonly secrets: Set<string>;
}

export const knownRows: LogIndex<KnownRows> = {
  name: 'known-rows',
  kind: rowsFold.kind,
  types: rowsEvents.map(({ type }) => type),
  initial: () => ({ rows: new Map(), open: new Map(), asides: new Map(), secrets: new Set() }),
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

/** What a row was known by; null: it was erased with its learner. */
export function seenIn(event: RowEvent): Seen | null {
  if (event.type !== 'RowKnown' && event.type !== 'RowSetAside') return null;
  const { seen }: Pick<EventOf<(typeof rowsEvents)[0]>['data'], 'seen'> = event.data;
  return 'value' in seen ? (JSON.parse(seen.value) as Seen) : null;
}

function addKnown({ rows, open, secrets }: KnownRows, event: Of<'RowKnown'>): void {
  secrets.add(event.data.secret);
  const seen = seenIn(event);
  if (seen === null) return;
  const { key, digest } = seen;
  const at = placeOf(event);
  open.set(at, { key, digest });
  if (rows.has(key)) return;
  rows.set(key, { first: event.id, original: null, taken: null, times: 0, aside: null });
}

function addTaken({ rows, open }: KnownRows, { stream: own, data }: Of<'RowsTaken'>): void {
  for (const { known, event, stream } of data.rows) {
    const at = `${own}@${known}`;
    const sent = open.get(at);
    open.delete(at);
    const row = sent && rows.get(sent.key);
    if (sent === undefined || row === undefined) continue;
    row.taken = { digest: sent.digest, at, event, stream };
    row.original ??= row.taken;
    row.times += 1;
  }
}

function addAside({ rows, asides }: KnownRows, event: Of<'RowSetAside'>): void {
  const seen = seenIn(event);
  const row = seen && rows.get(seen.key);
  if (!seen || !row) return;
  const { key, digest } = seen;
  row.aside = { id: event.id, import: event.data.import, digest, at: placeOf(event) };
  asides.set(event.id, key);
}

/** A row that a person decided on counts as recorded with what it was set aside with. */
function addSettled({ rows, asides }: KnownRows, { data }: Of<'RowSettled'>): void {
  const row = rows.get(asides.get(data.aside) ?? '');
  asides.delete(data.aside);
  if (row?.aside?.id !== data.aside) return;
  const { digest, at } = row.aside;
  const isDecided = data.how === 'entered' || data.how === 'left';
  if (isDecided && row.taken !== null) row.taken = { ...row.taken, digest, at };
  row.aside = null;
}
