import * as z from 'zod';
import { command } from '../../kernel/command.ts';
import { complaint } from '../../values/complaint.ts';
import { localDate } from '../../values/local-date.ts';
import { localText, shortText } from '../../values/text.ts';
import { provenance } from './facts/questions.ts';
import { sectionInputs } from './sections/all.ts';

/** Amends: a new edition from a day on; sections that are not given stay as they were. R2 §4.2. */
export const amendRegulation = command(
  'amend-regulation',
  z.strictObject({
    title: localText.optional(),
    from: localDate,
    change: z.enum(['edition', 'addition', 'annex']).default('edition'),
    ...provenance,
    sections: z
      .strictObject(sectionInputs)
      .partial()
      .refine(
        (sections) => Object.values(sections).some((section) => section !== undefined),
        complaint('дайте хотя бы один новый раздел', 'give at least one new section'),
      ),
  }),
);

export const publishRegulation = command(
  'publish-regulation',
  z.strictObject({ on: localDate, place: shortText(200) }),
);

export const repealRegulation = command('repeal-regulation', z.strictObject({ on: localDate }));
