import type { ViewReader } from '@letopis/projections';
import {
  addedAfterArchive,
  backupLog,
  contestsReport,
  contradictionsReport,
  correctionsReport,
  debtsReport,
  diarySeenReport,
  differencesReport,
  disclosureLedger,
  doublesReport,
  dueReport,
  entryCorrectionsReport,
  giftedRegister,
  handOverAct,
  journalPage,
  lateEntriesReport,
  laterPapersReport,
  lawReport,
  oldBooksReport,
  orderRegister,
  organisationHead,
  outcomesReport,
  paperBehindReport,
  personalFileReport,
  presenceReport,
  recordsOfGroup,
  recordsOfLearners,
  registerReport,
  selfEvaluationReport,
  teacherDuties,
} from '@letopis/projections';
import { ACT, GROUPS, LEARNERS, MODULES, TEACHERS } from './history.ts';

/* Every page of the library, and what it is about. */

/** What a page is about; a page takes what it needs of it. */
export interface About {
  readonly group: (typeof GROUPS)[number];
  readonly module: (typeof MODULES)[number];
  readonly learner: (typeof LEARNERS)[number];
  readonly teacher: (typeof TEACHERS)[number];
}

const YEAR = { from: '2026-09-01', until: '2026-12-31' };

/** How each page is read, by its name in the table. */
export const PAGES: Readonly<
  Record<string, (reader: ViewReader, about: About) => Promise<unknown>>
> = {
  journal: (reader, { group, module }) => journalPage(reader, { group, module }),
  'personal-file': (reader, { learner }) => personalFileReport(reader, { learner }),
  'records-of-learner': (reader, { learner }) => recordsOfLearners(reader, { learners: [learner] }),
  'records-of-group': (reader, { group }) => recordsOfGroup(reader, { group }),
  debts: (reader, { group }) => debtsReport(reader, { group }),
  corrections: (reader) => correctionsReport(reader, YEAR),
  'entry-corrections': (reader) => entryCorrectionsReport(reader, YEAR),
  outcomes: (reader, { group }) => outcomesReport(reader, { group }),
  register: (reader) => registerReport(reader, { series: 'diplomas', year: '2026' }),
  'order-register': (reader) => orderRegister(reader, { year: '2026' }),
  'late-entries': (reader) => lateEntriesReport(reader, { ...YEAR, lateEntryDays: 0 }),
  'later-papers': (reader) => laterPapersReport(reader, YEAR),
  contradictions: (reader) => contradictionsReport(reader),
  differences: (reader) => differencesReport(reader),
  'added-after-archive': (reader) => addedAfterArchive(reader),
  due: (reader) => dueReport(reader),
  presence: (reader) => presenceReport(reader),
  'backup-log': (reader) => backupLog(reader),
  'hand-over-act': (reader) => handOverAct(reader, ACT),
  'paper-behind': (reader) => paperBehindReport(reader),
  'disclosure-ledger': (reader) => disclosureLedger(reader, YEAR),
  'self-evaluation': (reader) => selfEvaluationReport(reader, { year: '2026' }),
  'teacher-duties': (reader, { teacher }) => teacherDuties(reader, { person: teacher }),
  'diary-seen': (reader, { learner }) => diarySeenReport(reader, { learner }),
  contests: (reader) => contestsReport(reader),
  'gifted-register': (reader) => giftedRegister(reader),
  'old-books': (reader) => oldBooksReport(reader),
  law: (reader) => lawReport(reader),
  doubles: (reader) => doublesReport(reader),
  'organisation-head': (reader) => organisationHead(reader),
};
