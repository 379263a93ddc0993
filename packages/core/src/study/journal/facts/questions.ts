import type { ArchivedKind } from '../../../record/kind.ts';
import type { JournalEvent, JournalState } from './state.ts';
import { journalFold } from './state.ts';

/** How the archive moves journals. */
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
 * The study year of a day, by the year in which it begins: it runs from 1 September (273-FZ art. 13
 * leaves it to the organisation; this is the default).
 * @example
 * studyYearOf('2027-08-31'); // => '2026'
 */
export function studyYearOf(on: string): string {
  const year = Number(on.slice(0, 4));
  return String(on.slice(5, 7) >= '09' ? year : year - 1);
}
