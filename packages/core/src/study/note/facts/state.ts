import type { EntryFold, WithEntries } from '../../../entry/fold.ts';
import { entriesInForce, foldEntries } from '../../../entry/fold.ts';
import type { EventOf } from '../../../kernel/event-type.ts';
import type { Refs } from '../../../kernel/event.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type { noteEntryAnnulled, noteEvents } from './events.ts';

/* Stream: `<org>.note-<id>`: an analytical note, who wrote it and who has read it. R4 §4.2. */

/** Any event of a note. */
export type NoteEvent = EventOf<(typeof noteEvents)[number]>;

type NoteAnnulment = EventOf<typeof noteEntryAnnulled>;

/** The writing or a reading of a note, which may be annulled. */
export type NoteEntry = Exclude<NoteEvent, NoteAnnulment>;

/** What the entries of a note that count amount to. */
export interface NoteFacts {
  /** Day on which it was written; null while it is not. */
  writtenOn: string | null;
  /** The ids of whom it is about, which every later event carries as refs. */
  refs: Refs;
  /** The persons who have read it, with the days of the first reading. */
  readonly readers: Map<string, string>;
}

/** A note, as of the events folded so far. */
export type NoteState = NoteFacts & WithEntries<NoteEntry>;

/** How the entries of a note that count, in the order of their days, make its state. */
export const noteFacts: EntryFold<NoteFacts, NoteEntry> = {
  kind: 'note',
  initial: () => ({ writtenOn: null, refs: {}, readers: new Map() }),
  evolve: (state, event) => {
    const { occurredOn: on } = event;
    if (event.type !== 'NoteRead') {
      const { official: _author, ...about } = event.refs;
      Object.assign(state, { writtenOn: on, refs: about });
      return;
    }
    const { person } = event.data.reader;
    if (!state.readers.has(person)) state.readers.set(person, on);
  },
};

/** Folds the events of a note into its state. */
export const noteFold: Fold<NoteState, NoteEvent> = foldEntries<
  NoteFacts,
  NoteEntry,
  NoteAnnulment
>(noteFacts, { type: 'NoteEntryAnnulled' });

/** The readings of a note that is not written by then. */
export function unfitNoteEntries(state: NoteState): readonly NoteEntry[] {
  let written = false;
  return entriesInForce(state).filter(({ type }) => {
    written ||= type !== 'NoteRead';
    return !written;
  });
}
