import type { ArchivedKind } from '../../../record/kind.ts';
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
