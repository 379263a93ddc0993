import { namedRefs, sortedJson, utf8Bytes } from '@letopis/core/kernel';
import { identifier } from '@letopis/core/values';
import type { FittedMapping } from '../mapping/check.ts';
import type { RowRead } from '../mapping/read-row.ts';
import { keyText } from '../mapping/read-row.ts';
import type { SheetRow } from '../table/row.ts';
import type { Seen } from './known-rows.ts';
import type { Lanes } from './lanes.ts';
import type { Received } from './received.ts';
import { rowKeyEmpty } from './refusals.ts';
import type { RowKeys } from './row-keys.ts';
import type { Outcome } from './send-row.ts';
import { no, readFields, refused } from './send-row.ts';
import type { Unit } from './units.ts';

/* A row with a key as it is read: its fields, and what it is known by. */

/** What the pages of one sheet share. */
export interface KeyedSheet {
  readonly fitted: FittedMapping;
  readonly received: Received;
  readonly lanes: Lanes;
  readonly keys: RowKeys;
  /** SHA-256 of the mapping. */
  readonly by: string;
  readonly repeats: Repeats;
}

/** How often a file has each key, in all and so far. */
export class Repeats {
  readonly #all = new Map<string, number>();
  readonly #soFar = new Map<string, number>();

  /** Counts a row of the file, before any is sent. */
  count(key: string): void {
    this.#all.set(key, (this.#all.get(key) ?? 0) + 1);
  }

  /** The number of a row among those with its key, from 0. */
  next(key: string): number {
    const nth = this.#soFar.get(key) ?? 0;
    this.#soFar.set(key, nth + 1);
    return nth;
  }

  isRepeated(key: string): boolean {
    return (this.#all.get(key) ?? 0) > 1;
  }
}

/** The texts of a row's key, or the column of it that is empty. */
export function keyOfRow(row: SheetRow | undefined, fitted: FittedMapping): RowKey {
  const texts: string[] = [];
  for (const column of (fitted.mapping.key ?? []).toSorted()) {
    const text = keyText(column, row?.cells[fitted.columns.get(column) ?? -1], fitted);
    if (text === '') return { empty: column };
    texts.push(text);
  }
  return { texts };
}

/** The texts of a key, or its column that is empty. */
export type RowKey = { readonly texts: readonly string[] } | { readonly empty: string };

/** A row that was read: its fields, and what it is known by. */
export interface ReadRow {
  readonly unit: Unit;
  readonly read: RowRead;
  readonly seen: Seen;
  readonly learners: readonly string[];
  /** The texts of its key. */
  readonly texts: readonly string[];
  /** Does the file have its key more than once? */
  readonly repeated: boolean;
}

/** Reads a row by its mapping; where it cannot be read, its outcome says why. */
export async function readKeyed(
  unit: Unit,
  sheet: KeyedSheet,
): Promise<ReadRow | { readonly outcome: Outcome }> {
  const { fitted, received, keys, repeats } = sheet;
  const [first] = unit.rows;
  const found = keyOfRow(first, fitted);
  if ('empty' in found) {
    const { empty: column } = found;
    const refusal = refused(rowKeyEmpty({ row: first?.row ?? 0, column }), null, column);
    return { outcome: no('invalid', refusal) };
  }
  const { texts } = found;
  const plain = keys.of(fitted.mapping.id, texts, 0);
  const nth = repeats.next(plain);
  const key = nth === 0 ? plain : keys.of(fitted.mapping.id, texts, nth);
  const read = await readFields(unit, fitted, received);
  if ('outcome' in read) return read;
  const all = contentsOf(read, unit);
  const learners = learnersOf(all, fitted);
  const repeated = repeats.isRepeated(plain);
  return { unit, read, seen: seenOf(key, all, sheet), learners, texts, repeated };
}

type Contents = Readonly<Record<string, RowRead['fields'][string]>>;

/** What a row says. The rows of a group may come in any order. */
function contentsOf({ fields, enrollment }: RowRead, { rows }: Unit): Contents {
  const all = { ...fields, ...(enrollment !== null && { enrollment: { ...enrollment } }) };
  if (rows.length === 1) return all;
  const sorted = Object.entries(all).map(([field, value]) => [
    field,
    Array.isArray(value) ? value.toSorted(byJson) : value,
  ]);
  return Object.fromEntries(sorted) as Contents;
}

const byJson = (a: unknown, b: unknown): number => (sortedJson(a) < sortedJson(b) ? -1 : 1);

/** Most characters of a field that is kept to show what differs. */
const FIELD_MAX = 300;

function seenOf(key: string, all: Contents, { fitted, keys, by }: KeyedSheet): Seen {
  const { personal } = fitted.command.operation.command;
  const fields: Record<string, Contents[string]> = {};
  const hidden: Record<string, string> = {};
  const long: Record<string, string> = {};
  for (const [field, value] of Object.entries(all)) {
    if (personal.includes(field)) hidden[field] = keys.contents(value);
    else if (JSON.stringify(value).length > FIELD_MAX) long[field] = keys.contents(value);
    else fields[field] = value;
  }
  return { key, digest: keys.contents(all), by, fields, hidden, long };
}

/** The learners whom a row names. */
function learnersOf(all: Contents, { command }: FittedMapping): readonly string[] {
  const { enrollment } = all;
  const { command: type, streamOf } = command.operation;
  const [kind, key] = streamOf?.(all, '') ?? [];
  const named = namedRefs(type.name, all).learner ?? [];
  const inGroup =
    typeof enrollment === 'object' && enrollment !== null ? Reflect.get(enrollment, 'learner') : '';
  const found = [...named, inGroup, kind === 'learner' ? key : ''];
  return [...new Set(found.filter((one) => identifier.safeParse(one).success))] as string[];
}

/** A row as the history gets it. */
export const rowGiven = ({ unit, seen, learners }: ReadRow) => ({
  row: unit.rows[0]?.row ?? 0,
  lastRow: unit.rows.at(-1)?.row ?? 0,
  learners: [...learners],
  seen: JSON.stringify(seen),
});

/** The place of the rows of a mapping in an import. */
export const placeIn = ({ sheet, mapping }: FittedMapping, received: Received) => ({
  import: received.import,
  sheet: sheet.name,
  mapping: mapping.id,
  command: mapping.command,
});

/** Most bytes of the rows of one command, so that its events fit into one append. */
const PART_BYTES = 300_000;

/** Rows in parts that fit into one command. */
export function inParts<Row extends { readonly seen: string }>(
  rows: readonly Row[],
): readonly (readonly Row[])[] {
  const parts: Row[][] = [];
  let left = 0;
  for (const row of rows) {
    left -= utf8Bytes(row.seen);
    if (left < 0 || parts.length === 0) {
      parts.push([]);
      left = PART_BYTES - utf8Bytes(row.seen);
    }
    parts.at(-1)?.push(row);
  }
  return parts;
}
