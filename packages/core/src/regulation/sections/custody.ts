import * as z from 'zod';
import { bothLanguages, text } from '../../values/shape.ts';

/**
 * Exports, checks and backups of what is kept in electronic form; null where an organisation owes
 * none. D20, R4 §5.6, §6.1-6.3, §6.7.
 */
export const custodyRules = z.strictObject({
  section: z.literal('custody'),
  /** Last day of a study year, `MM-DD`, and how many calendar years after the one that names it. */
  studyYearEnds: text,
  studyYearEndsYearsLater: z.number(),
  /** Export from the platform at the end of each study period. R4 §6.2. */
  periodExport: z
    .strictObject({
      /** Days after the period's last day. */
      dueDays: z.number(),
      offices: z.array(text),
    })
    .nullable(),
  /** The head controls that results are entered. R4 §5.6. */
  entriesCheck: z
    .strictObject({
      /** Days after the period's last day. */
      dueDays: z.number(),
      offices: z.array(text),
    })
    .nullable(),
  /** Yearly backup. R4 §6.3: two media, not later than 25 January after the study year's end. */
  backup: z
    .strictObject({
      mediaMin: z.number(),
      /** Month (1 to 12) and day of the month by which it is due, next after the year's end. */
      dueMonth: z.number(),
      dueDay: z.number(),
      /** Offices responsible for it (R4 §6.7: the head). */
      offices: z.array(text),
      mediaKinds: z.array(z.strictObject({ id: text, title: bothLanguages })),
    })
    .nullable(),
  /** Control of integrity and authenticity for the whole term of storage. R4 §6.1. */
  integrityCheck: z
    .strictObject({
      /** Months from one check of a backup to the next. */
      everyMonths: z.number(),
      offices: z.array(text),
    })
    .nullable(),
});
