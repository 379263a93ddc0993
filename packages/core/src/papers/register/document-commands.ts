import * as z from 'zod';
import { lastingDay, orderedDay } from '../../values/local-date.ts';
import { shortText } from '../../values/text.ts';

/* Fields that the commands about documents share. */

/** A series or number as it is printed. */
export const onPaper = shortText(40).nullable().default(null);

/** What a document states besides names and marks. */
export const content = {
  qualification: shortText(500).nullable().default(null),
  hours: z.int().min(0).max(20_000).nullable().default(null),
  from: orderedDay.nullable().default(null),
  until: lastingDay.nullable().default(null),
  subject: shortText(500).nullable().default(null),
};

/** Marks as they are written on a document of elsewhere, or in an old book. */
export const writtenMarks = z
  .array(
    z.strictObject({
      title: shortText(300),
      value: shortText(64),
      words: shortText(200).nullable().default(null),
    }),
  )
  .max(100);
