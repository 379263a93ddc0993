import type { Session } from '@letopis/core';
import { CommandHandler, Session as OpenSession } from '@letopis/core';
import type { FactSeen } from '@letopis/core/facts';
import { readClosed, rowCommandId } from '@letopis/core/facts';
import type { FittedMapping } from '../mapping/check.ts';
import type { RowRead } from '../mapping/read-row.ts';
import { ruleColumns } from '../mapping/rules.ts';
import type { Asides, Why } from './asides.ts';
import { differencesOf } from './differences.ts';
import { readFactsOfRow } from './fact-of-row.ts';
import type { KeyedSheet, ReadRow } from './keyed-row.ts';
import type { TakenRow } from './known-rows.ts';
import { readRowAt, seenIn } from './known-rows.ts';
import { overlayStore } from './overlay-store.ts';
import type { RowDifference } from './receipt.ts';
import type { Received } from './received.ts';
import { rowAside, rowDiffers, rowSuperseded } from './refusals.ts';
import type { Outcome, SentOutcome } from './send-row.ts';
import { laneOfRead, readFields, refused, sendUnit } from './send-row.ts';

/*
 * A row with a key that says something else than was recorded: a person decides, a correcting
 * command is sent, or it is reported. No machine changes what is closed, what a person changed
 * since, or puts anything where books are closed. D22, RK 1.14.
 */

/** A row whose command is sent. */
export interface Sending {
  readonly row: ReadRow;
  /** The event id of its first `RowKnown`; null: it gets one now. */
  readonly first: string | null;
  readonly send: (first: string) => Promise<SentOutcome>;
  readonly lane: string;
}

/** A correction that may be sent: what it says, and its id. */
interface Correction {
  readonly read: RowRead;
  readonly id: string;
  readonly fitted: FittedMapping;
}

/** Says what is done with the rows of a page that differ. */
export class Differing {
  readonly #sheet: KeyedSheet;
  readonly #asides: Asides;
  #rehearsal: Received | null = null;

  constructor(sheet: KeyedSheet, asides: Asides) {
    this.#sheet = sheet;
    this.#asides = asides;
  }

  /**
   * Plans a row that differs.
   * @param unsure it is not certain which of several rows it is, or what the record says.
   */
  async plan(row: ReadRow, found: TakenRow, unsure: boolean): Promise<Outcome | Sending> {
    const { fitted, received } = this.#sheet;
    const differences = await this.#differences(row, found);
    const eventId = found.taken.event;
    if (differences.length === 0 && !unsure) return { status: 'same', eventId, refusal: null };
    const told = { status: 'differs', eventId, differences } as const;
    const about = { row: numberOf(row), fields: differences.map(({ field }) => field) };
    const facts = await readFactsOfRow(received.session, found);
    let why: Why | null = facts === null ? 'asked' : await this.#closed(facts.facts);
    if (fitted.mapping.whenDiffers === 'set-aside') why ??= 'asked';
    let correction: Correction | null = null;
    if (why === null && fitted.correction !== null) {
      const isFit = !unsure && covers(fitted, differences);
      if (facts?.byHand === true) why = 'changed-by-hand';
      else if (!isFit) why = 'refused';
      else {
        const tried = await this.#rehearse(row, found, fitted.correction);
        if (typeof tried === 'string') why = tried;
        else correction = tried;
      }
    }
    if (why !== null) {
      this.#asides.add(row, found, why);
      return { ...told, refusal: refused(rowAside({ ...about, why }), null, null) };
    }
    if (correction === null) return { ...told, refusal: refused(rowDiffers(about), null, null) };
    return this.#correcting(row, found, correction, differences);
  }

  /** A row of a file that was taken in before, where a later one says something else. */
  async superseded(row: ReadRow, found: TakenRow): Promise<Outcome> {
    const differences = await this.#differences(row, found);
    const eventId = found.taken.event;
    if (differences.length === 0) return { status: 'same', eventId, refusal: null };
    const about = { row: numberOf(row), fields: differences.map(({ field }) => field) };
    const refusal = refused(rowSuperseded(about), null, null);
    return { status: 'differs', eventId, refusal, differences };
  }

  async #differences(row: ReadRow, { taken }: TakenRow): Promise<readonly RowDifference[]> {
    const recorded = await readRowAt(this.#sheet.received.session, taken.at);
    return differencesOf(recorded && seenIn(recorded), row.seen);
  }

  async #closed(facts: readonly FactSeen[]): Promise<Why | null> {
    for (const fact of facts) {
      const closed = await readClosed(this.#sheet.received.session, fact);
      if (closed !== null) return closed;
    }
    return null;
  }

  /** Decides the correction without writing: why a person must, or the correction. */
  async #rehearse(row: ReadRow, found: TakenRow, fitted: FittedMapping): Promise<Correction | Why> {
    const { received } = this.#sheet;
    const { first, original, taken, times } = found;
    const recorded = { first: (original ?? taken).event, last: taken.event };
    const own = await readFields(row.unit, fitted, received, recorded);
    if ('outcome' in own) return 'refused';
    const read = inRecorded(own, found, received.session);
    const { hash } = received.session.handler.store.ports;
    const id = rowCommandId(first, `correction ${times}`, hash);
    this.#rehearsal ??= rehearsalOf(received);
    const { became } = await sendUnit(row.unit, read, fitted, this.#rehearsal, id);
    if (became === null) return 'refused';
    const { handler } = this.#rehearsal.session;
    const drafted = (await handler.events(became.stream)).filter((one) => one.commandId === id);
    // Sheets that were signed before show the place where it would come to stand.
    const placed = drafted.map((fact) => ({ ...fact, revision: -1, recordedAt: '' }));
    return (await this.#closed(placed)) ?? { read, id, fitted };
  }

  #correcting(
    row: ReadRow,
    found: TakenRow,
    { read, id, fitted }: Correction,
    differences: readonly RowDifference[],
  ): Sending {
    const { received } = this.#sheet;
    const send = async (): Promise<SentOutcome> => {
      const sent = await sendUnit(row.unit, read, fitted, received, id);
      const { outcome, became } = sent;
      if (became !== null) {
        if (found.aside !== null) this.#asides.settle(found.aside, 'replaced');
        return { became, outcome: { ...outcome, differences } };
      }
      // What was refused meanwhile is told with the reason, and a person decides.
      this.#asides.add(row, found, 'refused');
      const { refusal } = outcome;
      const eventId = found.taken.event;
      return { became, outcome: { status: 'differs', eventId, refusal, differences } };
    };
    return { row, first: found.first, send, lane: laneOfRead(read, fitted) };
  }
}

const numberOf = ({ unit }: ReadRow): number => unit.rows[0]?.row ?? 0;

/** Does the correcting command read every column from which a difference comes? */
function covers(
  { mapping, correction }: FittedMapping,
  differences: readonly RowDifference[],
): boolean {
  const rules = Object.values(correction?.mapping.fields ?? {});
  const read = new Set(rules.flatMap(ruleColumns));
  return differences.every(({ field }) => {
    const rule = mapping.fields[field];
    const columns = rule === undefined ? [] : ruleColumns(rule);
    return columns.length > 0 && columns.every((column) => read.has(column));
  });
}

/** A correction is of the enrollment that has the result, whatever the newest one is. */
function inRecorded(read: RowRead, { taken }: TakenRow, session: Session): RowRead {
  const prefix = `${session.organisation}.enrollment-`;
  if (read.enrollment === null || !taken.stream.startsWith(prefix)) return read;
  const enrollment = taken.stream.slice(prefix.length);
  return { fields: { ...read.fields, enrollment }, enrollment: null };
}

/** The same import over a store that keeps what is written in memory. */
function rehearsalOf(received: Received): Received {
  const { session } = received;
  const { store, codec } = session.handler;
  const handler = new CommandHandler(overlayStore(store), codec);
  const { organisation, sender, operations } = session;
  return { ...received, session: new OpenSession(organisation, sender, handler, operations) };
}
