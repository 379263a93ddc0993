import type { RecordedEvent, Session } from '@letopis/core';
import { must } from '@letopis/core';
import type { RowEvent } from '@letopis/core/facts';
import { readClosed, rowCommandId } from '@letopis/core/facts';
import { importService } from '@letopis/core/services';
import type { FittedMapping } from '../mapping/check.ts';
import { differencesOf } from './differences.ts';
import type { KeyedSheet, ReadRow } from './keyed-row.ts';
import { placeIn, rowGiven } from './keyed-row.ts';
import type { Aside, KnownRow, Seen, Taken } from './known-rows.ts';
import { seenIn } from './known-rows.ts';
import type { Received } from './received.ts';
import { rowAside, rowDiffers } from './refusals.ts';
import type { Outcome, SentOutcome } from './send-row.ts';
import { laneOfRead, readFields, refused, sendUnit } from './send-row.ts';
import type { WaitingRow } from './worklist.ts';

/*
 * A row with a key that says something else than was recorded: a person decides, a correcting
 * command is sent, or it is reported. D22, RK 1.14.
 */

/** A row whose command is sent. */
export interface Sending {
  readonly row: ReadRow;
  /** The event id of its first `RowKnown`; null: it gets one now. */
  readonly first: string | null;
  readonly send: (first: string) => Promise<SentOutcome>;
  readonly lane: string;
}

/** A row that says something else than was recorded: to a person, corrected, or reported. */
export async function differing(
  row: ReadRow,
  found: KnownRow & { readonly taken: Taken },
  { fitted, received }: KeyedSheet,
  asides: Asides,
): Promise<Outcome | Sending> {
  const { session } = received;
  const number = row.unit.rows[0]?.row ?? 0;
  const { taken, original } = found;
  const differences = differencesOf(await seenAt(session, taken.at), row.seen);
  const fields = differences.map(({ field }) => field);
  const told = { status: 'differs', eventId: taken.event, differences } as const;
  const why = await whyAside(session, original ?? taken, fitted);
  if (why !== null) {
    asides.add(row, found, why);
    return { ...told, refusal: refused(rowAside({ row: number, fields, why }), null, null) };
  }
  const reported = refused(rowDiffers({ row: number, fields }), null, null);
  if (fitted.correction === null) return { ...told, refusal: reported };
  return correcting(row, found, fitted.correction, received, {
    taken: (outcome) => ({ ...outcome, differences }),
    // What cannot be corrected is told with the reason, and a person decides.
    refused: (outcome) => {
      asides.add(row, found, 'refused');
      return { ...told, stream: null, refusal: outcome.refusal };
    },
  });
}

/** What a row was recorded with, where it is not erased. */
async function seenAt(session: Session, at: string): Promise<Seen | null> {
  const [stream = '', revision] = at.split('@');
  const [event] = await session.handler.events(stream, Number(revision), 1);
  return event === undefined ? null : seenIn(event as RowEvent);
}

type Why = WaitingRow['why'];

/** Why a person must decide; null: the mapping says what is done. RK 1.14. */
async function whyAside(
  session: Session,
  { stream, event }: Taken,
  { mapping }: FittedMapping,
): Promise<Why | null> {
  const all: readonly RecordedEvent[] = await session.handler.events(stream);
  const fact = all.find(({ id }) => id === event);
  const closed = fact === undefined ? 'asked' : await readClosed(session, fact);
  return closed ?? (mapping.whenDiffers === 'set-aside' ? 'asked' : null);
}

/** What is said of a correction that was taken, and of one that was refused. */
interface Said {
  readonly taken: (outcome: SentOutcome) => SentOutcome;
  readonly refused: (outcome: Outcome) => SentOutcome;
}

async function correcting(
  row: ReadRow,
  { first, original, taken, times }: KnownRow & { readonly taken: Taken },
  correction: FittedMapping,
  received: Received,
  said: Said,
): Promise<Outcome | Sending> {
  const recorded = { first: (original ?? taken).event, last: taken.event };
  const read = await readFields(row.unit, correction, received, recorded);
  if ('outcome' in read) {
    const { stream: _stream, ...outcome } = said.refused(read.outcome);
    return outcome;
  }
  const { hash } = received.session.handler.store.ports;
  const id = rowCommandId(first, `correction ${times}`, hash);
  const send = async (): Promise<SentOutcome> => {
    const outcome = await sendUnit(row.unit, read, correction, received, id);
    return outcome.eventId === null ? said.refused(outcome) : said.taken(outcome);
  };
  return { row, first, send, lane: laneOfRead(read, correction) };
}

/** Rows to set aside for a person, and rows to settle because a file has them as recorded. */
export class Asides {
  readonly #rows: {
    readonly row: ReadRow;
    readonly first: string;
    readonly recorded: { readonly event: string; readonly stream: string };
    readonly why: Why;
  }[] = [];
  readonly #settled: { readonly aside: Aside; readonly how: 'as-recorded' | 'replaced' }[] = [];

  /** Sets a row aside, unless it is with the same contents already; earlier ones are replaced. */
  add(row: ReadRow, { first, taken, aside }: KnownRow & { readonly taken: Taken }, why: Why): void {
    if (aside?.digest === row.seen.digest) return;
    if (aside !== null) this.settle(aside, 'replaced');
    const recorded = { event: taken.event, stream: taken.stream };
    this.#rows.push({ row, first, recorded, why });
  }

  settle(aside: Aside, how: 'as-recorded' | 'replaced'): void {
    this.#settled.push({ aside, how });
  }

  async record({ fitted, received }: KeyedSheet): Promise<void> {
    const imports = importService(received.session.following());
    for (const { aside, how } of this.#settled) {
      must(await imports.settleRow({ import: aside.import, aside: aside.id, how }));
    }
    if (this.#rows.length === 0) return;
    const rows = this.#rows.map(({ row, ...rest }) => ({ ...rowGiven(row), ...rest }));
    const from = { import: received.import, ...placeIn(fitted, received) };
    must(await imports.setRowsAside({ ...from, rows }));
  }
}
