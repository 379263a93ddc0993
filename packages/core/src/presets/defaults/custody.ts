import type { CustodyRules } from '../../regulation/rules.ts';

/** Where a regulation names neither exports nor checks nor backups, none is ever due. */
export const custody: CustodyRules = {
  section: 'custody',
  studyYearEnds: '08-31',
  studyYearEndsYearsLater: 1,
  periodExport: null,
  entriesCheck: null,
  backup: null,
  integrityCheck: null,
};
