import type * as z from 'zod';
import type { ArchivedKind } from '../../../record/kind.ts';
import { lessonEntryShape } from './events.ts';
import type { JournalEvent, JournalState } from './state.ts';
import { journalFold } from './state.ts';

/** What an archive transfer needs to know of journals. A journal may be handed over at any time. */
export const journalArchive: ArchivedKind<JournalState, JournalEvent> = {
  fold: journalFold,
  statusOf: ({ journal, archival }) => (journal === null ? null : archival),
  refsOf: ({ journal, group, module }) => ({
    journal: journal === null ? [] : [journal],
    group: [group],
    module: [module],
  }),
  refuseUnlessReady: () => null,
};

/**
 * The study year of a day, named by the calendar year in which it begins. It runs from 1 September;
 * 273-FZ art. 13 leaves the day to the organisation, and this is our default.
 *
 * @example
 * studyYearOf('2027-08-31'); // => '2026'
 */
export function studyYearOf(on: string): string {
  const year = Number(on.slice(0, 4));
  return String(on.slice(5, 7) >= '09' ? year : year - 1);
}

/** The entry of a lesson in the journal: kind, topic, hours, homework, teacher, attendance. */
export type LessonEntry = z.infer<typeof lessonEntryShape>;

const ENTRY_FIELDS = Object.keys(lessonEntryShape.shape) as (keyof LessonEntry)[];

/**
 * The entry of a lesson alone, out of an event or a command that has other fields beside it.
 *
 * @example
 * lessonEntryOf({ ...event.data }); // { kind: 'lesson', topic: 'Вводный инструктаж', hours: 2, … }
 */
export function lessonEntryOf(fields: LessonEntry): LessonEntry {
  const entry = ENTRY_FIELDS.map((name) => [name, fields[name]] as const);
  return Object.fromEntries(entry) as LessonEntry;
}
