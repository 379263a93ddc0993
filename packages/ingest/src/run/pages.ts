import type { EventOf } from '@letopis/core';
import { must } from '@letopis/core';
import { rowsIngested } from '@letopis/core/events';
import { importFold, ROWS_PAGE_MAX, rowsPageKey } from '@letopis/core/facts';
import { sortedJson } from '@letopis/core/kernel';
import { importService } from '@letopis/core/services';
import type { FittedMapping } from '../mapping/check.ts';
import type { RowReceipt } from './receipt.ts';
import type { Received } from './received.ts';
import type { Unit } from './units.ts';

type RowsData = EventOf<typeof rowsIngested>['data'];
type Accepted = RowsData['accepted'][number];

/** One page of rows: the outcome recorded by an earlier run, and the receipts of this run. */
export interface Page {
  readonly number: number;
  /** The rows that an earlier run accepted, by first row. */
  readonly before: ReadonlyMap<number, Accepted>;
  readonly receipts: Promise<RowReceipt>[];
  /** The units of a mapping with a key, which are sent at the end of the page. */
  readonly units: Unit[];
  leftOut: number;
}

/**
 * The page of a row. It depends on the row alone, so that a changed mapping finds the same page
 * again.
 */
export const pageOf = (row: number): number => Math.floor((row - 1) / ROWS_PAGE_MAX);

/** Opens a page with what an earlier run recorded of it. */
export async function openPage(
  number: number,
  fitted: FittedMapping,
  received: Received,
): Promise<Page> {
  const { session } = received;
  const { state } = await session.load(importFold, received.import);
  const recorded = state.pages.get(rowsPageKey({ ...placeOf(fitted, received), page: number }));
  const before = new Map<number, Accepted>();
  if (recorded !== undefined) {
    const stream = session.stream('import', received.import);
    const [event] = await session.handler.events(stream, recorded.revision, 1);
    if (event?.type === rowsIngested.type) {
      for (const one of (event.data as RowsData).accepted) before.set(one.row, one);
    }
  }
  return { number, before, receipts: [], units: [], leftOut: 0 };
}

/** Records the outcome of a page's rows. Adds nothing if the same is already recorded. */
export async function recordPage(
  page: Page,
  receipts: readonly RowReceipt[],
  fitted: FittedMapping,
  received: Received,
): Promise<void> {
  const { mapping } = fitted;
  const { hash } = received.session.handler.store.ports;
  const accepted = new Map(page.before);
  for (const { row, lastRow, eventId, refusal } of receipts) {
    if (eventId !== null && refusal === null) accepted.set(row, { row, lastRow, event: eventId });
  }
  const notTaken = receipts.flatMap(({ row, lastRow, refusal }) => {
    if (refusal === null) return [];
    const field = (refusal.column ?? refusal.field)?.slice(0, 48) ?? null;
    return [{ row, lastRow, code: refusal.code, field }];
  });
  if (accepted.size === 0 && notTaken.length === 0) return;
  const rows = {
    import: received.import,
    ...placeOf(fitted, received),
    mappingHash: hash(sortedJson(mapping), 'hex'),
    command: mapping.command,
    page: page.number,
    accepted: [...accepted.values()].toSorted((a, b) => a.row - b.row),
    notTaken,
    leftOut: page.leftOut,
  };
  must(
    await importService(received.session).recordRows({
      ...rows,
      digest: hash(sortedJson(rows), 'hex'),
    }),
  );
}

function placeOf({ sheet, mapping }: FittedMapping, { sha256 }: Received) {
  return { file: sha256, sheet: sheet.name, mapping: mapping.id };
}
