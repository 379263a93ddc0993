import type { Receipt, Result, Session } from '@letopis/core';
import type { RowEvent } from '@letopis/core/facts';
import { importService } from '@letopis/core/services';
import { differencesOf } from './differences.ts';
import { knownRows, seenIn } from './known-rows.ts';
import type { RowDifference } from './receipt.ts';

/** A row that differs from what was recorded, and that a person must decide on. RK 1.14. */
export interface WaitingRow {
  /** Event id of its being set aside: `settle` takes it. */
  readonly id: string;
  readonly import: string;
  /** The file by its SHA-256, the sheet, and the rows as a spreadsheet counts them. */
  readonly file: string;
  readonly sheet: string | null;
  readonly row: number;
  readonly lastRow: number;
  readonly mapping: string;
  readonly command: string;
  /** Null: it is about no single learner. */
  readonly learner: string | null;
  /** The event that it was recorded as, and the stream of it. */
  readonly recorded: { readonly event: string; readonly stream: string };
  /** `refused`: its correction was; `asked`: the mapping asks for a person. */
  readonly why: 'period-closed' | 'sheets-signed' | 'archived' | 'refused' | 'asked';
  /** The day on which it was set aside. */
  readonly since: string;
  readonly differences: readonly RowDifference[];
}

/** How a row is settled. */
export interface RowSettling {
  /** The row's id in the worklist. */
  readonly id: string;
  readonly how: 'entered' | 'left';
  /** Place of what put the record right, as `stream@revision`. */
  readonly fact?: string;
  readonly reason?: string;
  /** By default today. */
  readonly on?: string;
}

/** Reads the rows that a person must decide on, oldest first. */
export async function readWorklist(session: Session): Promise<readonly WaitingRow[]> {
  const { rows } = await session.index(knownRows);
  const waiting: WaitingRow[] = [];
  for (const { aside, taken } of rows.values()) {
    if (aside === null) continue;
    const event = await readAt(session, aside.at);
    if (event?.type !== 'RowSetAside') continue;
    const now = seenIn(event);
    if (now === null) continue; // erased with the learner
    const before = taken && (await readAt(session, taken.at));
    const { id, occurredOn: since, data } = event;
    const { seen: _seen, first: _first, ...place } = data;
    const differences = differencesOf(before ? seenIn(before) : null, now);
    waiting.push({ id, since, ...place, differences });
  }
  return waiting.toSorted((a, b) => (a.since < b.since ? -1 : Number(a.since > b.since)));
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

async function readAt(session: Session, at: string): Promise<RowEvent | null> {
  const [stream = '', revision] = at.split('@');
  const [event] = await session.handler.events(stream, Number(revision), 1);
  return (event as RowEvent | undefined) ?? null;
}
