import type { Receipt, Result, Session } from '@letopis/core';
import type { REASONS } from '@letopis/core/events';
import { importService } from '@letopis/core/services';
import { differencesOf } from './differences.ts';
import { knownRows, readRowAt, seenIn } from './known-rows.ts';
import type { RowDifference } from './receipt.ts';

/** A row that differs from what was recorded, and that a person must decide on. RK 1.14. */
export interface WaitingRow {
  /** Event id of its being set aside: `settle` takes it. */
  readonly id: string;
  readonly import: string;
  /** The sheet of the import's file, and the rows as a spreadsheet counts them. */
  readonly sheet: string | null;
  readonly row: number;
  readonly lastRow: number;
  readonly mapping: string;
  readonly command: string;
  /** The first learner whom it names; null: it names none. */
  readonly learner: string | null;
  /** The event that it was recorded as, and the stream of it. */
  readonly recorded: { readonly event: string; readonly stream: string };
  /**
   * `changed-by-hand`: a person changed the record since; `refused`: the mapping's correction
   * cannot say it, or is refused; `asked`: the mapping asks for a person.
   */
  readonly why: (typeof REASONS)[number];
  /** The day on which it was set aside. */
  readonly since: string;
  readonly differences: readonly RowDifference[];
}

/** How a row is settled. */
export interface RowSettling {
  /** The row's id in the worklist. */
  readonly id: string;
  readonly how: 'entered' | 'left';
  /** For `entered`: the place of what put the record right, as `stream@revision`. */
  readonly fact?: string;
  readonly reason?: string;
  /** By default today. */
  readonly on?: string;
}

/** Reads the rows that a person must decide on, oldest first. */
export async function readWorklist(session: Session): Promise<readonly WaitingRow[]> {
  const { rows } = await session.index(knownRows);
  const waiting: { readonly at: string; readonly row: WaitingRow }[] = [];
  for (const { aside, taken } of rows.values()) {
    if (aside === null) continue;
    const event = await readRowAt(session, aside.at);
    if (event?.type !== 'RowSetAside') continue;
    const now = seenIn(event);
    if (now === null) continue; // erased with the learner
    const before = taken && (await readRowAt(session, taken.at));
    const { id, occurredOn: since, data } = event;
    const { seen: _seen, first: _first, ...place } = data;
    const differences = differencesOf(before ? seenIn(before) : null, now);
    waiting.push({ at: event.position, row: { id, since, ...place, differences } });
  }
  return waiting.toSorted((a, b) => (a.at < b.at ? -1 : 1)).map(({ row }) => row);
}

/** Settles a row of the worklist. */
export async function settleAside(
  session: Session,
  { id, ...how }: RowSettling,
): Promise<Result<Receipt>> {
  const { asides, rows } = await session.index(knownRows);
  const own = rows.get(asides.get(id) ?? '')?.aside?.import;
  // Without one the command says that the row was not set aside.
  return importService(session).settleRow({ import: own ?? 'unknown', aside: id, ...how });
}
