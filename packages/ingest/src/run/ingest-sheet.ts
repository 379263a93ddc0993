import { sortedJson } from '@letopis/core/kernel';
import type { FittedMapping } from '../mapping/check.ts';
import type { SheetRow } from '../table/row.ts';
import { sendKeyed } from './keyed-page.ts';
import type { KeyedSheet } from './keyed-row.ts';
import { keyOfRow, Repeats } from './keyed-row.ts';
import { Lanes } from './lanes.ts';
import type { Page } from './pages.ts';
import { openPage, pageOf, recordPage } from './pages.ts';
import type { IngestTotals, RowReceipt } from './receipt.ts';
import { tally } from './receipt.ts';
import type { Received } from './received.ts';
import type { RowKeys } from './row-keys.ts';
import type { Outcome } from './send-row.ts';
import { laneOfRead, placeCommandId, readFields, sendUnit } from './send-row.ts';
import type { Found, Unit } from './units.ts';
import { unitsOf } from './units.ts';

/** How a sheet is ingested. */
export interface SheetRun {
  /** Number of commands sent at once. */
  readonly width: number;
  readonly totals: IngestTotals;
  /** Makes the identity of rows; null: no mapping has a key. */
  readonly keys: RowKeys | null;
  /** Called with the receipt of each row, in row order. */
  readonly onRow: (receipt: RowReceipt) => void | Promise<void>;
}

/**
 * Sends the rows of one sheet by one mapping, page by page: first a page's rows are sent, then
 * their outcome is recorded. Does not send again what an earlier run accepted. If a store fails,
 * waits for the commands already sent and throws the error; the next run continues from there.
 */
export async function ingestSheet(
  fitted: FittedMapping,
  received: Received,
  run: SheetRun,
): Promise<void> {
  const lanes = new Lanes(run.width);
  const sheet = new SheetIngest(fitted, received, run, lanes);
  try {
    if (sheet.isKeyed) for await (const found of unitsOf(fitted)) sheet.count(found);
    for await (const found of unitsOf(fitted)) {
      if ('leftOut' in found) sheet.leaveOut(found.leftOut);
      else await sheet.take(found);
    }
    await sheet.turn();
  } finally {
    await lanes.rest();
  }
}

class SheetIngest {
  readonly #fitted: FittedMapping;
  readonly #received: Received;
  readonly #run: SheetRun;
  readonly #lanes: Lanes;
  /** What the pages of rows with keys share; null: the mapping has no key. */
  readonly #keyed: KeyedSheet | null;
  #page: Page | null = null;
  /** Rows left out before the first unit of the next page. */
  #leftOut = 0;

  constructor(fitted: FittedMapping, received: Received, run: SheetRun, lanes: Lanes) {
    this.#fitted = fitted;
    this.#received = received;
    this.#run = run;
    this.#lanes = lanes;
    const { keys } = run;
    const isKeyed = fitted.mapping.key !== undefined && keys !== null;
    const by = received.session.handler.store.ports.hash(sortedJson(fitted.mapping), 'hex');
    const repeats = new Repeats();
    this.#keyed = isKeyed ? { fitted, received, lanes, keys, by, repeats } : null;
  }

  get isKeyed(): boolean {
    return this.#keyed !== null;
  }

  /** Counts how often the file has the key of a row, whether or not the mapping takes it. */
  count(found: Found): void {
    const key = this.#plainKey('leftOut' in found ? found.leftOut : found.rows[0]);
    if (key !== null) this.#keyed?.repeats.count(key);
  }

  #plainKey(row: SheetRow | undefined): string | null {
    if (this.#keyed === null) return null;
    const { fitted, keys } = this.#keyed;
    const key = keyOfRow(row, fitted);
    return 'empty' in key ? null : keys.of(fitted.mapping.id, key.texts, 0);
  }

  leaveOut(row: SheetRow): void {
    const key = this.#plainKey(row);
    if (key !== null) this.#keyed?.repeats.next(key);
    this.#leftOut += 1;
    this.#run.totals.leftOut += 1;
  }

  async take(unit: Unit): Promise<void> {
    const [first] = unit.rows;
    const row = first?.row ?? 0;
    const number = pageOf(row);
    if (this.#page !== null && this.#page.number !== number) await this.turn();
    this.#page ??= await openPage(number, this.#fitted, this.#received);
    const page = this.#page;
    page.leftOut += this.#leftOut;
    this.#leftOut = 0;
    if (this.#keyed !== null) {
      page.units.push(unit);
      return;
    }
    const before = page.before.get(row);
    if (before !== undefined) {
      const { event: eventId } = before;
      const outcome = { status: 'already-there', eventId, refusal: null } as const;
      page.receipts.push(Promise.resolve(this.#receipt(unit, outcome)));
      return;
    }
    const { answer } = await this.#send(unit);
    const receipt = answer.then((outcome) => this.#receipt(unit, outcome));
    receipt.catch(() => undefined); // it is thrown at the end of the page
    page.receipts.push(receipt);
  }

  /** Sends a unit that is known by its place in the file, as soon as there is room. */
  async #send(unit: Unit): Promise<{ readonly answer: Promise<Outcome> }> {
    const [fitted, received] = [this.#fitted, this.#received];
    const read = await readFields(unit, fitted, received);
    if ('outcome' in read) return { answer: Promise.resolve(read.outcome) };
    const id = placeCommandId(unit, fitted, received);
    return this.#lanes.add(laneOfRead(read, fitted), async () => {
      const { outcome } = await sendUnit(unit, read, fitted, received, id);
      return outcome;
    });
  }

  /** Waits for the page's rows and records their outcome. */
  async turn(): Promise<void> {
    const page = this.#page;
    if (page === null) return;
    this.#page = null;
    const receipts = await Promise.all(page.receipts);
    if (this.#keyed !== null) {
      const outcomes = await sendKeyed(page, this.#keyed);
      receipts.push(...page.units.map((unit, at) => this.#receipt(unit, outcomes[at] as Outcome)));
    }
    await recordPage(page, receipts, this.#fitted, this.#received);
    for (const receipt of receipts) await this.#run.onRow(receipt);
  }

  #receipt(unit: Unit, outcome: Outcome): RowReceipt {
    const { mapping, sheet } = this.#fitted;
    const receipt = {
      file: this.#received.file,
      sheet: sheet.name,
      row: unit.rows[0]?.row ?? 0,
      lastRow: unit.rows.at(-1)?.row ?? 0,
      mapping: mapping.id,
      command: mapping.command,
      ...outcome,
    };
    tally(this.#run.totals, receipt.status, unit.rows.length);
    return receipt;
  }
}
