import { LetopisError, must } from '@letopis/core';
import { rowCommandId } from '@letopis/core/facts';
import { importService } from '@letopis/core/services';
import type { Sending } from './keyed-differing.ts';
import { Asides, differing } from './keyed-differing.ts';
import type { KeyedSheet, ReadRow } from './keyed-row.ts';
import { placeIn, readKeyed, rowGiven } from './keyed-row.ts';
import type { KnownRow, KnownRows } from './known-rows.ts';
import { knownRows } from './known-rows.ts';
import type { Page } from './pages.ts';
import type { Outcome } from './send-row.ts';
import { laneOfRead, placeCommandId, sendUnit } from './send-row.ts';

/*
 * Rows with keys, a page at a time: which of them are known, what they are recorded as, and what is
 * done with those that differ. Before a row is sent it is recorded as known, so that a run that is
 * killed, and whatever file comes next, sends no row twice. D22, RK 1.14.
 */

/** Sends the rows of a page, and gives their outcomes in order. */
export async function sendKeyed(page: Page, sheet: KeyedSheet): Promise<readonly Outcome[]> {
  const rows: (ReadRow | { readonly outcome: Outcome })[] = [];
  for (const unit of page.units) rows.push(await readKeyed(unit, sheet));
  const known = await sheet.received.session.index(knownRows);
  const asides = new Asides();
  const sending: Sending[] = [];
  const plans: (Outcome | Sending)[] = [];
  for (const row of rows) {
    const plan = 'outcome' in row ? row.outcome : await planOf(row, known, page, sheet, asides);
    plans.push(plan);
    if ('send' in plan) sending.push(plan);
  }
  const sent = await sendAll(sending, sheet);
  await asides.record(sheet);
  return plans.map((plan) => ('send' in plan ? outcomeOf(sent, plan) : plan));
}

function outcomeOf(sent: ReadonlyMap<Sending, Outcome>, plan: Sending): Outcome {
  const outcome = sent.get(plan);
  if (outcome === undefined) throw new LetopisError('corrupt', 'a row was sent without outcome');
  return outcome;
}

async function planOf(
  row: ReadRow,
  known: KnownRows,
  page: Page,
  sheet: KeyedSheet,
  asides: Asides,
): Promise<Outcome | Sending> {
  const found = known.rows.get(row.seen.key);
  if (found?.taken == null) return sendingOf(row, found, page, sheet);
  const { taken } = found;
  const same: Outcome = { status: 'same', eventId: taken.event, refusal: null };
  if (taken.digest === row.seen.digest) {
    if (found.aside !== null) asides.settle(found.aside, 'as-recorded');
    return same;
  }
  return differing(row, { ...found, taken }, sheet, asides);
}

/** A new row, or one that became no event yet, is sent under one command id for ever. */
function sendingOf(
  row: ReadRow,
  found: KnownRow | undefined,
  page: Page,
  { fitted, received }: KeyedSheet,
): Sending {
  const { unit, read } = row;
  const isPlaced = page.before.has(unit.rows[0]?.row ?? 0);
  const { hash } = received.session.handler.store.ports;
  return {
    row,
    first: found?.first ?? null,
    lane: laneOfRead(read, fitted),
    // A row that was recorded before the mapping had a key keeps the id of its place in the file.
    send: (first) => {
      const id = isPlaced
        ? placeCommandId(unit, fitted, received)
        : rowCommandId(first, 'row', hash);
      return sendUnit(unit, read, fitted, received, id);
    },
  };
}

/** Records the rows as known, sends their commands, and records what they became. */
async function sendAll(
  sending: readonly Sending[],
  { fitted, received, lanes, keys }: KeyedSheet,
): Promise<ReadonlyMap<Sending, Outcome>> {
  const done = new Map<Sending, Outcome>();
  if (sending.length === 0) return done;
  const { session } = received;
  const imports = importService(session.following());
  const from = { import: received.import, ...placeIn(fitted, received) };
  const rows = sending.map(({ row, first }) => ({ ...rowGiven(row), first }));
  const { revision } = must(await imports.knowRows({ ...from, secret: keys.id, rows }));
  const base = revision - rows.length + 1;
  // Another process may have known a row first: its id is the one that counts.
  const { rows: known } = await session.index(knownRows);
  const running: Promise<void>[] = [];
  const taken: { known: number; event: string; stream: string }[] = [];
  for (const [at, one] of sending.entries()) {
    const first = known.get(one.row.seen.key)?.first;
    if (first === undefined) {
      throw new LetopisError('corrupt', 'a row was erased while it was sent: run the file again');
    }
    const { answer } = await lanes.add(one.lane, () => one.send(first));
    const settled = answer.then(({ stream, ...outcome }) => {
      done.set(one, outcome);
      if (outcome.eventId === null || stream === null) return;
      taken.push({ known: base + at, event: outcome.eventId, stream });
    });
    settled.catch(() => undefined); // it is thrown at the end of the page
    running.push(settled);
  }
  await Promise.all(running);
  taken.sort((a, b) => a.known - b.known);
  if (taken.length > 0) must(await imports.takeRows({ import: received.import, rows: taken }));
  return done;
}
