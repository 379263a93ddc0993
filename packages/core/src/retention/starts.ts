import { enrollmentDecider } from '../enrollment/state.ts';
import { fileDecider } from '../file/file.ts';
import { journalDecider } from '../journal/journal.ts';
import type { Reading } from '../kernel/reading.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { recordUnknown } from '../record/refusals.ts';
import { startDiffers, termNotBegun } from './refusals.ts';
import type { CarrierTerm } from './term.ts';

/** The days that a record shows, by what a start rule counts from. */
export type StartDays = Readonly<Record<string, string>>;

/**
 * The days on which a record's terms may start. An enrollment shows the day on which it ended; a
 * file the day on which it was closed, which is the departure; a journal its last lesson. Others
 * show none: the act gives the day. Refuses `record-unknown`. D19 (our reading of the start rules).
 */
export async function readStartDays(
  reading: Reading,
  record: string,
): Promise<StartDays | Refusal> {
  const dash = record.indexOf('-');
  const key = record.slice(dash + 1);
  switch (record.slice(0, dash)) {
    case 'enrollment': {
      const { state } = await reading.load(enrollmentDecider, key);
      if (state.id === null) return recordUnknown({ record });
      const last = state.line.at(-1);
      if (last?.phase !== 'ended') return {};
      return { closing: last.on, departure: last.on, 'programme-end': last.on };
    }
    case 'file': {
      const { state } = await reading.load(fileDecider, key);
      if (state.file === null) return recordUnknown({ record });
      return state.closedOn === null ? {} : { closing: state.closedOn, departure: state.closedOn };
    }
    case 'journal': {
      const { state } = await reading.load(journalDecider, key);
      if (state.journal === null) return recordUnknown({ record });
      const held = [...state.lessons.values()].filter(({ annulled }) => !annulled);
      const last = held
        .map(({ on }) => on)
        .toSorted()
        .at(-1);
      return last === undefined ? {} : { closing: last };
    }
    default:
      return {};
  }
}

/** Kinds of record that show their days themselves: nobody can give another one. */
const SHOWN = ['enrollment', 'file', 'journal'];

/**
 * The day that starts a carrier's term: the one that the record shows, or the given one where the
 * record cannot show it. Refuses `start-differs` and `term-not-begun`; null: the term has no start.
 */
export function startOf(
  term: CarrierTerm,
  item: { readonly record: string; readonly startedOn: string | null },
  days: StartDays,
): string | Refusal | null {
  if (term.start === null) return null;
  const { record, startedOn: given } = item;
  const { id: start, from } = term.start;
  const known = days[from];
  const kind = record.slice(0, record.indexOf('-'));
  if (known === undefined) {
    // An order's day stands in no stream of these; their other days they show, or have not yet.
    const shown = SHOWN.includes(kind) && from !== 'order';
    if (given !== null && !shown) return given;
    return termNotBegun({ carrier: term.carrier, record, start });
  }
  return given !== null && given !== known ? startDiffers({ record, given, known }) : known;
}
