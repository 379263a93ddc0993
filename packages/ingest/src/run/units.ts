import { createHash } from 'node:crypto';
import type { Refusal } from '@letopis/core';
import type { FittedMapping } from '../mapping/check.ts';
import { holds } from '../mapping/read-row.ts';
import type { SheetRow } from '../table/row.ts';
import { cellText, isFilled } from '../table/row.ts';
import { rowsApart, rowTooLong } from './refusals.ts';

/**
 * Most rows that become one command; rows of the same unit after them are refused as `rows-apart`.
 */
export const UNIT_ROWS_MAX = 1000;

/** Adjacent rows that become one command, or why they cannot; a single row without `groupBy`. */
export interface Unit {
  readonly rows: readonly SheetRow[];
  readonly refusal: Refusal | null;
}

/** What a sheet gives at a place: a unit, or a row that the mapping leaves out. */
export type Found = Unit | { readonly leftOut: SheetRow };

/** Reads the units of a sheet in order, in bounded memory (it remembers a hash of each group). */
export async function* unitsOf(fitted: FittedMapping): AsyncGenerator<Found> {
  const { sheet, mapping } = fitted;
  const seen = new Set<string>();
  let open: SheetRow[] = [];
  let openKey = '';
  const close = (): Unit => {
    const fault =
      open.map((row) => refuseIfRowTooLong(row, fitted)).find((one) => one !== null) ?? null;
    const key = createHash('sha256').update(openKey).digest('base64');
    const apart = mapping.groupBy !== undefined && seen.has(key);
    if (mapping.groupBy !== undefined) seen.add(key);
    const row = open[0]?.row ?? 0;
    const no = apart ? rowsApart({ row, columns: mapping.groupBy ?? [] }) : null;
    return { rows: open, refusal: fault ?? no };
  };
  for await (const row of sheet.rows()) {
    if (!holds(mapping.where, row, fitted)) {
      yield { leftOut: row };
      continue;
    }
    const key = keyOf(row, fitted);
    const joins = key !== null && key === openKey && open.length < UNIT_ROWS_MAX;
    if (!joins && open.length > 0) {
      yield close();
      open = [];
    }
    open.push(row);
    openKey = key ?? '';
  }
  if (open.length > 0) yield close();
}

/** The cells by which rows belong together; `null` if each row is a unit. */
function keyOf(row: SheetRow, { mapping, columns }: FittedMapping): string | null {
  if (mapping.groupBy === undefined) return null;
  const cells = mapping.groupBy.map((column) => cellText(row.cells[columns.get(column) ?? -1]));
  return JSON.stringify(cells);
}

/** Refuses `row-too-long` for more cells than columns: a separator in a text without quotes. */
function refuseIfRowTooLong({ row, cells }: SheetRow, { sheet }: FittedMapping): Refusal | null {
  const columns = sheet.heading.length;
  if (!isFilled(cells.slice(columns))) return null;
  return rowTooLong({ row, cells: cells.length, columns });
}
