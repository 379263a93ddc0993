import type { EventStore, Position, ViewStore } from '@letopis/core';
import { LetopisError } from '@letopis/core';
import type { TimeMark } from '@letopis/core/kernel';
import { endOfDay, isLocalDate } from '@letopis/core/values';
import type { Known } from './answer.ts';

/** Largest distance between two time marks, in events and in milliseconds of recording time. */
const EVENTS_APART = 4096;
const MS_APART = 3_600_000;
/**
 * How far the clocks of several writers may differ, in milliseconds: only a mark older than this is
 * trusted. Reading on from a mark is exact, so a wide margin costs only reading.
 */
const SKEW_MS = 3_600_000;
/** How many lines are read after a mark before the store is asked instead. */
const LINES_MAX = 20_000;

/**
 * Chooses which commits store a time mark. Never stores one before the newest mark, so that builds
 * of several generations do not repeat each other's marks.
 */
export class TimeMarks {
  readonly #views: ViewStore;
  #newest: TimeMark | null = null;
  #events = 0;

  constructor(views: ViewStore) {
    this.#views = views;
  }

  /** Reads the newest stored mark. */
  async load(): Promise<void> {
    this.#newest = await this.#views.timeMark(END_OF_TIME);
  }

  /** The marks to commit with a page: none, or one at the page's last event. */
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

  /** Call it after the marks have been committed. */
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
 * Turns a {@link Known} into a position: the end of the longest prefix of the log in which
 * everything was recorded at or before the instant. A store whose times never go back finds it by
 * bisection; for other stores the time marks of a view store avoid a scan of the log.
 *
 * Throws `misuse` for a text that is not an ISO instant with `Z` or an offset, an invalid calendar
 * day or an unknown time zone.
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

/**
 * Reads on from the newest mark that is certainly before the instant; `null` if the store must be
 * asked.
 */
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
