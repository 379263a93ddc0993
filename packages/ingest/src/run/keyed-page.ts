import type { RecordedEvent } from '@letopis/core';
import { isRefusal, LetopisError, must } from '@letopis/core';
import { rowCommandId } from '@letopis/core/facts';
import { importService } from '@letopis/core/services';
import { Asides } from './asides.ts';
import { readFactsOfRow } from './fact-of-row.ts';
import type { Sending } from './keyed-differing.ts';
import { Differing } from './keyed-differing.ts';
import type { KeyedSheet, ReadRow } from './keyed-row.ts';
import { inParts, placeIn, readKeyed, rowGiven } from './keyed-row.ts';
import type { KnownRow, KnownRows, Pending, TakenRow } from './known-rows.ts';
import { knownRows, sheetKey } from './known-rows.ts';
import type { Page } from './pages.ts';
import { rowOfErased } from './refusals.ts';
import type { Outcome } from './send-row.ts';
import { laneOfRead, no, placeCommandId, refused, resolved, sendUnit } from './send-row.ts';

/*
 * Rows with keys, a page at a time: which of them are known, what they are recorded as, and what is
 * done with those that differ. Before a row is sent it is recorded as known, so that a run that is
 * killed, and whatever file comes next, sends no row twice. D22, RK 1.14.
 */

/** Sends the rows of a page, and gives their outcomes in order. */
export async function sendKeyed(page: Page, sheet: KeyedSheet): Promise<readonly Outcome[]> {
  const { session } = sheet.received;
  const rows: (ReadRow | { readonly outcome: Outcome })[] = [];
  for (const unit of page.units) rows.push(await readKeyed(unit, sheet));
  await healAll(rows, sheet);
  const known = await session.index(knownRows);
  const asides = new Asides();
  const planner = new Planner(page, sheet, known, asides);
  const plans: (Outcome | Sending)[] = [];
  for (const row of rows) plans.push('outcome' in row ? row.outcome : await planner.plan(row));
  const sent = await sendAll(plans.filter(isSending), sheet, known);
  await asides.record(sheet);
  return plans.map((plan) => (isSending(plan) ? outcomeOf(sent, plan) : plan));
}

const isSending = (plan: Outcome | Sending): plan is Sending => 'send' in plan;

function outcomeOf(sent: ReadonlyMap<Sending, Outcome>, plan: Sending): Outcome {
  const outcome = sent.get(plan);
  if (outcome === undefined) throw new LetopisError('corrupt', 'a row was sent without outcome');
  return outcome;
}

/**
 * A run may have been killed after a row became an event and before that was noted: the event is
 * found by its command, and noted.
 */
async function healAll(
  rows: readonly (ReadRow | { readonly outcome: Outcome })[],
  { received, fitted }: KeyedSheet,
): Promise<void> {
  const { session } = received;
  const known = await session.index(knownRows);
  const { hash } = session.handler.store.ports;
  for (const row of rows) {
    const found = 'outcome' in row ? undefined : known.rows.get(row.seen.key);
    if ('outcome' in row || found === undefined || found.pending.length === 0) continue;
    const { first, times, taken, pending } = found;
    const id = rowCommandId(first, times === 0 ? 'row' : `correction ${times}`, hash);
    const fields = await resolved(session, row.read);
    const key = isRefusal(fields) ? null : fitted.command.operation.streamOf?.(fields, id);
    const stream = taken?.stream ?? (key == null ? null : session.stream(...named(key)));
    if (stream === null) continue;
    const events = (await session.handler.events(stream)).filter((one) => one.commandId === id);
    if (events.length > 0) await noteTaken(pending, events, received);
  }
}

const named = ([kind = '', ...key]: readonly string[]): [string, ...string[]] => [kind, ...key];

/** Notes that the row became events: with the contents that were sent last before them. */
async function noteTaken(
  pending: readonly Pending[],
  events: readonly RecordedEvent[],
  { session }: KeyedSheet['received'],
): Promise<void> {
  const [first, second] = events;
  const sent = pending.findLast(({ recordedAt }) => recordedAt <= (first?.recordedAt ?? ''));
  const at = sent ?? pending[0];
  // Of a correction with two events the second is the entry in force.
  const became = second ?? first;
  if (at === undefined || became === undefined) return;
  const { import: own, revision } = placeParts(at.at);
  const rows = [{ known: revision, event: became.id, stream: became.stream }];
  must(await importService(session.following()).takeRows({ import: own, rows }));
}

/** The import and the revision of a place in the stream of its rows. */
function placeParts(at: string): { readonly import: string; readonly revision: number } {
  const [stream = '', revision] = at.split('@');
  return { import: stream.slice(stream.indexOf('.rows-') + 6), revision: Number(revision) };
}

/** Decides what is done with each row of a page. */
class Planner {
  readonly #page: Page;
  readonly #sheet: KeyedSheet;
  readonly #known: KnownRows;
  readonly #asides: Asides;
  readonly #differing: Differing;

  constructor(page: Page, sheet: KeyedSheet, known: KnownRows, asides: Asides) {
    this.#page = page;
    this.#sheet = sheet;
    this.#known = known;
    this.#asides = asides;
    this.#differing = new Differing(sheet, asides);
  }

  async plan(row: ReadRow): Promise<Outcome | Sending> {
    const { learners, unit } = row;
    const number = unit.rows[0]?.row ?? 0;
    const found = this.#knownAs(row);
    if (found === undefined) {
      const learner = learners.find((one) => this.#known.erased.has(one));
      if (learner !== undefined) {
        return no('rejected', refused(rowOfErased({ row: number, learner }), null, null));
      }
    }
    const { taken = null } = found ?? {};
    if (found === undefined || taken === null) return this.#sending(row, found);
    const known = { ...found, taken };
    const isHandled = this.#isHandled(row, known);
    if (taken.digest !== row.seen.digest) {
      return isHandled
        ? this.#differing.superseded(row, known)
        : this.#differing.plan(row, known, this.#isRepeated(row));
    }
    if (!isHandled && !(await this.#stands(row, known))) {
      return this.#differing.plan(row, known, true);
    }
    return { status: 'same', eventId: taken.event, refusal: null };
  }

  /** Did an earlier run over this very file see to the row? What was sent in vain is sent again. */
  #isHandled({ unit, seen }: ReadRow, { pending }: TakenRow): boolean {
    const number = unit.rows[0]?.row ?? 0;
    if (this.#page.before.has(number)) return true;
    if (pending.some(({ digest }) => digest === seen.digest)) return false;
    const place = sheetKey(placeIn(this.#sheet.fitted, this.#sheet.received));
    return this.#known.handled.get(place)?.has(number) === true;
  }

  /**
   * What a row is known as. Where the file or the history has its key more than once, it is the one
   * that says the same, in whatever order they come.
   */
  #knownAs({ seen, texts }: ReadRow): KnownRow | undefined {
    const { rows } = this.#known;
    const own = rows.get(seen.key);
    if (own?.taken?.digest === seen.digest) return own;
    const { keys, fitted } = this.#sheet;
    for (let nth = 0; ; nth += 1) {
      const other = rows.get(keys.of(fitted.mapping.id, texts, nth));
      if (other === undefined) return own;
      if (other.taken?.digest === seen.digest) return other;
    }
  }

  #isRepeated({ repeated, texts }: ReadRow): boolean {
    const { keys, fitted } = this.#sheet;
    return repeated || this.#known.rows.has(keys.of(fitted.mapping.id, texts, 1));
  }

  /**
   * Does the record still say what was recorded, as far as a person has not decided on it? A
   * correction may have been declined, and a row that was set aside may have been put right.
   */
  async #stands(row: ReadRow, found: TakenRow): Promise<boolean> {
    if (found.aside === null && found.times < 2) return true;
    if (found.decided === row.seen.digest) return true;
    const facts = await readFactsOfRow(this.#sheet.received.session, found);
    const isUndone = facts?.facts.some(({ type }) => UNDONE.has(type)) === true;
    if (facts?.byHand === true && (found.aside !== null || isUndone)) return false;
    if (found.aside !== null) this.#asides.settle(found.aside, 'as-recorded');
    return true;
  }

  /** A new row, or one that became no event yet, is sent under one command id for ever. */
  #sending(row: ReadRow, found: KnownRow | undefined): Sending {
    const { unit, read } = row;
    const { fitted, received } = this.#sheet;
    const isPlaced = found === undefined && this.#page.before.has(unit.rows[0]?.row ?? 0);
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
}

/** What says that a correction does not count after all. */
const UNDONE: ReadonlySet<string> = new Set(['CorrectionDeclined', 'CorrectionWithdrawn']);

/** Records the rows as known, sends their commands, and records what they became. */
async function sendAll(
  sending: readonly Sending[],
  sheet: KeyedSheet,
  before: KnownRows,
): Promise<ReadonlyMap<Sending, Outcome>> {
  const done = new Map<Sending, Outcome>();
  const { received, lanes } = sheet;
  const places = await know(sending, sheet, before);
  // Another process may have known a row first: its id is the one that counts.
  const { rows: known } = await received.session.index(knownRows);
  const running: Promise<void>[] = [];
  const taken: Taking[] = [];
  for (const one of sending) {
    const first = known.get(one.row.seen.key)?.first;
    const at = places.get(one);
    if (first === undefined || at === undefined) {
      throw new LetopisError('corrupt', 'a row was erased while it was sent: run the file again');
    }
    const { answer } = await lanes.add(one.lane, () => one.send(first));
    const settled = answer.then(({ outcome, became }) => {
      done.set(one, outcome);
      if (became !== null) taken.push({ ...placeParts(at), became });
    });
    settled.catch(() => undefined); // it is thrown at the end of the page
    running.push(settled);
  }
  await Promise.all(running);
  await take(taken, received);
  return done;
}

/** Records rows as known, save those that stand so already; gives the place of each. */
async function know(
  sending: readonly Sending[],
  { fitted, received, keys }: KeyedSheet,
  { rows: known }: KnownRows,
): Promise<ReadonlyMap<Sending, string>> {
  const places = new Map<Sending, string>();
  const fresh: { readonly one: Sending; readonly seen: string }[] = [];
  for (const one of sending) {
    const { seen } = one.row;
    const open = known.get(seen.key)?.pending.find(({ digest }) => digest === seen.digest);
    if (open === undefined) fresh.push({ one, seen: JSON.stringify(seen) });
    else places.set(one, open.at);
  }
  const imports = importService(received.session.following());
  const { key: columns = [] } = fitted.mapping;
  const from = { ...placeIn(fitted, received), source: received.source, secret: keys.id };
  for (const part of inParts(fresh)) {
    const rows = part.map(({ one: { row, first } }) => ({ ...rowGiven(row), first }));
    const { stream, revision } = must(await imports.knowRows({ ...from, key: [...columns], rows }));
    part.forEach(({ one }, nth) => {
      places.set(one, `${stream}@${revision - part.length + 1 + nth}`);
    });
  }
  return places;
}

interface Taking {
  readonly import: string;
  readonly revision: number;
  readonly became: { readonly event: string; readonly stream: string };
}

async function take(all: readonly Taking[], { session }: KeyedSheet['received']): Promise<void> {
  const imports = importService(session.following());
  for (const own of new Set(all.map((one) => one.import))) {
    const rows = all
      .filter((one) => one.import === own)
      .toSorted((a, b) => a.revision - b.revision)
      .map(({ revision, became }) => ({ known: revision, ...became }));
    must(await imports.takeRows({ import: own, rows }));
  }
}
