import type { ArchivedKind } from '../../../record/kind.ts';
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
