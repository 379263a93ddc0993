import type { EventStore, Position, ViewStore } from '@letopis/core';
import { LetopisError } from '@letopis/core';
import type { TimeMark } from '@letopis/core/kernel';
import { endOfDay, isLocalDate } from '@letopis/core/values';
import type { Known } from './answer.ts';

/** A mark stands at least so often, in events and in time of the log. */
const EVENTS_APART = 4096;
const MS_APART = 3_600_000;
/**
 * Clocks of several writers may differ by so much: a mark is trusted only when it is older. What is
 * read on from a mark is exact, so a wide margin costs reading and nothing else.
 */
const SKEW_MS = 3_600_000;
/** How many lines are read on from a mark before the store is asked instead. */
const LINES_MAX = 20_000;

/**
 * Chooses which commits leave a time mark. It never leaves one behind the newest that stands, so
 * that builds of several generations do not repeat each other's marks.
 */
export class TimeMarks {
  readonly #views: ViewStore;
  #newest: TimeMark | null = null;
  #events = 0;

  constructor(views: ViewStore) {
    this.#views = views;
  }

  /** Reads the newest mark that stands. */
  async load(): Promise<void> {
    this.#newest = await this.#views.timeMark(END_OF_TIME);
  }

  /** The marks to commit with a page: none, or one at its last event. */
  after(
    events: readonly { readonly recordedAt: string; readonly position: Position }[],
  ): readonly TimeMark[] {
    const last = events.at(-1);
    const newest = this.#newest;
    if (last === undefined || (newest !== null && last.position <= newest.position)) return [];
    this.#events += events.length;
    const ms = newest === null ? Infinity : msBetween(newest.recordedAt, last.recordedAt);
    if (ms <= 0 || (ms < MS_APART && this.#events < EVENTS_APART)) return [];
    return [{ recordedAt: last.recordedAt, position: last.position }];
  }

  /** The marks were committed. */
  settle(marks: readonly TimeMark[]): void {
    const last = marks.at(-1);
    if (last === undefined) return;
    this.#newest = last;
    this.#events = 0;
  }
}

const msBetween = (from: string, to: string): number => Date.parse(to) - Date.parse(from);
const END_OF_TIME = '9999-12-31T23:59:59.999Z';
const ISO_INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d.*(?:Z|[+-]\d\d:\d\d)$/;

/**
 * Turns what is meant by "known" into a position, once: the end of the longest prefix of the log in
 * which everything was recorded at or before the instant. A store in which times never go back
 * finds it by halving; elsewhere the time marks of a view store spare a scan of the log.
 *
 * Throws `misuse` for a text that is no ISO instant with `Z` or an offset, no calendar day or no
 * time zone.
 *
 * @example
 * await knownPosition(store, null, { instant: '2026-03-05T20:59:59.999Z' });
 */
export async function knownPosition(
  store: EventStore,
  views: ViewStore | null,
  known: Known,
): Promise<Position> {
  if (typeof known === 'string') return known;
  const instant = 'instant' in known ? instantOf(known.instant) : endOf(known.day, known.timeZone);
  const scans = store.guarantees.timesRise === 'stream';
  const marked = views !== null && scans ? await fromMark(store, views, instant) : null;
  return marked ?? store.positionAt(instant);
}

function instantOf(text: string): string {
  const ms = ISO_INSTANT.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(ms)) return new Date(ms).toISOString();
  const say = `${JSON.stringify(text)} is no ISO instant with Z or an offset`;
  throw new LetopisError('misuse', say, { instant: text });
}

function endOf(day: string, timeZone: string): string {
  if (isLocalDate(day)) return endOfDay(day, timeZone);
  throw new LetopisError('misuse', `${JSON.stringify(day)} is no calendar day YYYY-MM-DD`, { day });
}

/** Reads on from the newest mark that is surely before the instant; null: ask the store. */
async function fromMark(
  store: EventStore,
  views: ViewStore,
  instant: string,
): Promise<Position | null> {
  const before = new Date(Date.parse(instant) - SKEW_MS).toISOString();
  const mark = await views.timeMark(before);
  if (mark === null) return null;
  let position = mark.position;
  let lines = 0;
  for await (const page of store.readAll(mark.position)) {
    for (const stored of page.lines) {
      const { recordedAt } = JSON.parse(stored.line) as { readonly recordedAt: string };
      if (recordedAt > instant) return position;
      position = stored.position;
    }
    lines += page.lines.length;
    if (lines > LINES_MAX) return null;
  }
  return position;
}
