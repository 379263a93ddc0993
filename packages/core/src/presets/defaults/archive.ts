import type { ArchiveRules } from '../../regulation/rules.ts';

/** Transfer to the archive where a regulation is silent: there is no deadline. */
export const archive: ArchiveRules = {
  section: 'archive',
  deadlineDays: null,
  handOverOffices: ['records-keeper'],
  receiveOffices: ['archivist'],
  fromUnit: 'Учебный отдел',
  toUnit: 'Архив',
};
