import type * as z from 'zod';
import * as field from './kit/field.ts';
import { section } from './kit/section.ts';

const afterPeriod = field.object({
  /** Days after the period's last day. */
  dueDays: field.integer(0, 366),
  offices: field.offices(),
});

/**
 * Exports, checks and backups of what is kept in electronic form; null where an organisation owes
 * none. D20, R4 §5.6, §6.1-6.3, §6.7.
 */
export const custody = section({
  name: 'custody',
  event: 'CustodyRulesSet',
  fields: {
    /** Last day of a study year, `MM-DD`, and how many years after the one that names it. */
    studyYearEnds: field.dayOfYear,
    studyYearEndsYearsLater: field.integer(0, 1),
    /** Export from the platform at the end of each study period. R4 §6.2. */
    periodExport: field.orNull(afterPeriod),
    /** The head controls that results are entered. R4 §5.6. */
    entriesCheck: field.orNull(afterPeriod),
    /** Yearly backup. R4 §6.3: two media, not later than 25 January after the study year's end. */
    backup: field.orNull(
      field.object({
        mediaMin: field.integer(1, 10),
        /** Month (1 to 12) and day of the month by which it is due, next after the year's end. */
        dueMonth: field.integer(1, 12),
        dueDay: field.integer(1, 31),
        /** Offices responsible for it (R4 §6.7: the head). */
        offices: field.offices(),
        mediaKinds: field.titledList(),
      }),
    ),
    /** Control of integrity and authenticity for the whole term of storage. R4 §6.1. */
    integrityCheck: field.orNull(
      field.object({
        /** Months from one check of a backup to the next. */
        everyMonths: field.integer(1, 120),
        offices: field.offices(),
      }),
    ),
  },
  // Where a regulation names neither exports nor checks nor backups, none is ever due.
  default: {
    studyYearEnds: '08-31',
    studyYearEndsYearsLater: 1,
    periodExport: null,
    entriesCheck: null,
    backup: null,
    integrityCheck: null,
  },
});

export type CustodyRules = z.infer<typeof custody.stored>;
