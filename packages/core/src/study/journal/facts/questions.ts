import type * as z from 'zod';
import type { ArchivedKind } from '../../../record/kind.ts';
import { lessonEntryShape } from './events.ts';
import type { JournalEvent, JournalState } from './state.ts';
import { journalFold } from './state.ts';

export { studyYearOf } from '../../../values/study-year.ts';

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
