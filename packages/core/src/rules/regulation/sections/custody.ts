import type * as z from 'zod';
import * as field from './kit/field.ts';
import { section } from './kit/section.ts';

/** A duty after each study period: until when, and who is responsible. */
const afterPeriod = field.object({
  /** Days after the last day of the period by which it is due. */
  dueDays: field.integer(0, 366),
  offices: field.offices(),
});

/**
 * Preservation of electronic records: exports, checks and backups. A field is null where the
 * regulation requires none. D20, R4 §5.6, §6.1-6.3, §6.7.
 */
export const custody = section({
  name: 'custody',
  event: 'CustodyRulesSet',
  fields: {
    /** Last day of a study year, `MM-DD`. */
    studyYearEnds: field.dayOfYear,
    /** Calendar years from the one in which the study year begins to that of its last day. */
    studyYearEndsYearsLater: field.integer(0, 1),
    /** Export from the platform at the end of each study period. R4 §6.2. */
    periodExport: field.orNull(afterPeriod),
    /** The head's check that results are entered. R4 §5.6. */
    entriesCheck: field.orNull(afterPeriod),
    /** Yearly backup. R4 §6.3: two media, not later than 25 January after the study year's end. */
    backup: field.orNull(
      field.object({
        /** Least number of media that carry a copy. */
        mediaMin: field.integer(1, 10),
        /** Month (1 to 12) of the day by which it is due: the next one after the year's end. */
        dueMonth: field.integer(1, 12),
        /** Day of the month by which it is due. */
        dueDay: field.integer(1, 31),
        /** Offices responsible for it (R4 §6.7: the head). */
        offices: field.offices(),
        /** Kinds of medium. */
        mediaKinds: field.titledList(),
      }),
    ),
    /** Checks of integrity and authenticity during the whole term of storage. R4 §6.1. */
    integrityCheck: field.orNull(
      field.object({
        /** Months between two checks of a backup. */
        everyMonths: field.integer(1, 120),
        offices: field.offices(),
      }),
    ),
  },
  // A regulation that requires neither exports nor checks nor backups: none is ever due.
  default: {
    studyYearEnds: '08-31',
    studyYearEndsYearsLater: 1,
    periodExport: null,
    entriesCheck: null,
    backup: null,
    integrityCheck: null,
  },
});

/** The rules of the section `custody`. */
export type CustodyRules = z.infer<typeof custody.stored>;
