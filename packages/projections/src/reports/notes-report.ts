import type { AnalyticalNote, NoteWriting } from '../views/notes.ts';
import { notes, notesKey } from '../views/notes.ts';
import type { ViewReader } from './reader.ts';
import type { PageBasis, ShownName, ShownText } from './reading.ts';
import { Reading } from './reading.ts';

/** An analytical note with the names of author and readers. */
export interface NoteLine {
  readonly note: string;
  /** Day on which it was written. */
  readonly on: string;
  readonly title: ShownText;
  /** Where the note itself is kept. */
  readonly locator: ShownText;
  readonly author: ShownName;
  /** The learner whom it is about; `null`: a group, or the organisation. */
  readonly learner: ShownName | null;
  readonly group: { readonly id: string; readonly title: string | null } | null;
  /** Who has read it, by day. */
  readonly readers: readonly { readonly reader: ShownName; readonly on: string }[];
}

/** The analytical notes, by day. R1 §4/5.5.1, R4 §4.2. */
export interface NotesPage {
  readonly basis: PageBasis;
  readonly lines: readonly NoteLine[];
}

type Written = AnalyticalNote & { readonly written: NoteWriting };

/**
 * Reads the analytical notes with their authors and readers; those about one learner or one group
 * where it is named. They are for teachers: a reader that is bound to a learner or a representative
 * gets none. R1 §4/5.5.1, R4 §4.2.
 */
export async function notesReport(
  reader: ViewReader,
  { learner, group }: { readonly learner?: string; readonly group?: string } = {},
): Promise<NotesPage> {
  const reading = new Reading(reader);
  const found: Written[] = [];
  // All are read before any name, because what a teacher may see of a learner follows from them.
  for await (const one of reading.scan(notes, notesKey.note())) {
    const { written } = one;
    if (written === null) continue;
    const about = 'learner' in written.data ? written.data.learner : null;
    const isAsked =
      (learner === undefined || about === learner) &&
      (group === undefined || written.data.group === group);
    if (isAsked) found.push({ ...one, written });
  }
  const lines: NoteLine[] = [];
  for (const one of found) lines.push(await lineOf(reading, one));
  await reading.tellApart();
  const place = ({ on, note }: NoteLine): string => `${on} ${note}`;
  return {
    lines: lines.toSorted((a, b) => (place(a) < place(b) ? -1 : 1)),
    basis: reading.basis(),
  };
}

async function lineOf(reading: Reading, { note, written, read }: Written): Promise<NoteLine> {
  const { on, source, data } = written;
  const readers: NoteLine['readers'][number][] = [];
  for (const one of read) {
    readers.push({ reader: await reading.name(one.data.reader.person), on: one.on });
  }
  const { group } = data;
  const title = group === null ? null : ((await reading.group(group))?.opened?.title ?? null);
  return {
    note,
    on,
    ...(await textsOf(reading, written, source.event)),
    author: await reading.name(data.author.person),
    learner: 'learner' in data ? await reading.name(data.learner) : null,
    group: group === null ? null : { id: group, title },
    readers,
  };
}

async function textsOf(
  reading: Reading,
  written: NoteWriting,
  event: string,
): Promise<Pick<NoteLine, 'title' | 'locator'>> {
  if (written.type === 'NoteWritten') {
    const { title, locator } = written.data;
    return { title: { text: title, erased: false }, locator: { text: locator, erased: false } };
  }
  const { learner } = written.data;
  return {
    title: await reading.note(learner, event, 'title'),
    locator: await reading.note(learner, event, 'locator'),
  };
}
