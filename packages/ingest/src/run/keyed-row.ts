import { identifier } from '@letopis/core/values';
import type { FittedMapping } from '../mapping/check.ts';
import type { RowRead } from '../mapping/read-row.ts';
import { cellText } from '../table/row.ts';
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
  /** How often the file had each key so far. */
  readonly repeats: Map<string, number>;
}

/** A row that was read: its fields, and what it is known by. */
export interface ReadRow {
  readonly unit: Unit;
  readonly read: RowRead;
  readonly seen: Seen;
  readonly learner: string | null;
}

/** Reads a row by its mapping; where it cannot be read, its outcome says why. */
export async function readKeyed(
  unit: Unit,
  sheet: KeyedSheet,
): Promise<ReadRow | { readonly outcome: Outcome }> {
  const { fitted, received, keys, repeats } = sheet;
  const read = await readFields(unit, fitted, received);
  if ('outcome' in read) return read;
  const [first] = unit.rows;
  const cells: string[] = [];
  for (const column of fitted.mapping.key ?? []) {
    const text = cellText(first?.cells[fitted.columns.get(column) ?? -1]);
    if (text === '') {
      const refusal = refused(rowKeyEmpty({ row: first?.row ?? 0, column }), null, column);
      return { outcome: no('invalid', refusal) };
    }
    cells.push(text);
  }
  const plain = keys.of(fitted.mapping.id, cells, 0);
  const nth = repeats.get(plain) ?? 0;
  repeats.set(plain, nth + 1);
  const key = nth === 0 ? plain : keys.of(fitted.mapping.id, cells, nth);
  return { unit, read, seen: seenOf(key, read, sheet), learner: learnerOf(read, fitted) };
}

/** Most characters of a row's fields that are kept to show what differs. */
const FIELDS_MAX = 8000;

function seenOf(key: string, { fields, enrollment }: RowRead, { fitted, keys }: KeyedSheet): Seen {
  const { personal } = fitted.command.operation.command;
  const all = { ...fields, ...(enrollment !== null && { enrollment: { ...enrollment } }) };
  const entries = Object.entries(all);
  const plain = Object.fromEntries(entries.filter(([field]) => !personal.includes(field)));
  const hidden = entries.filter(([field]) => personal.includes(field));
  return {
    key,
    digest: keys.contents(all),
    fields: JSON.stringify(plain).length > FIELDS_MAX ? null : plain,
    hidden: Object.fromEntries(hidden.map(([field, value]) => [field, keys.contents(value)])),
  };
}

/** The one learner whom a row is about; null: there is none, or several. */
function learnerOf({ fields, enrollment }: RowRead, { command }: FittedMapping): string | null {
  const [kind, key] = command.operation.streamOf?.(fields, '') ?? [];
  const own = typeof fields['enrollment'] === 'string' ? fields['enrollment'].split('.')[0] : null;
  const learner = enrollment?.learner ?? fields['learner'] ?? own ?? (kind === 'learner' && key);
  const parsed = identifier.safeParse(learner);
  return parsed.success ? parsed.data : null;
}

/** A row as the history gets it. */
export const rowGiven = ({ unit, seen, learner }: ReadRow) => ({
  row: unit.rows[0]?.row ?? 0,
  lastRow: unit.rows.at(-1)?.row ?? 0,
  learner,
  seen: JSON.stringify(seen),
});

/** The place of the rows of a mapping in a file. */
export const placeIn = ({ sheet, mapping }: FittedMapping, { sha256 }: Received) => ({
  file: sha256,
  sheet: sheet.name,
  mapping: mapping.id,
  command: mapping.command,
});
