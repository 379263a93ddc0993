import * as z from 'zod';
import { putRightFields } from '../../acting/putting-right.ts';
import { positionField, signerFields } from '../../acting/signer.ts';
import { command, commandNamingGround } from '../../kernel/command.ts';
import { complaint, shown } from '../../values/complaint.ts';
import { localDate } from '../../values/local-date.ts';
import { shortText } from '../../values/text.ts';

const itemId = z
  .string()
  .max(150, complaint('не более 150 знаков', 'at most 150 characters'))
  .regex(/^[\w.-]+(?:\/[\w.-]+){1,4}$/, {
    error: ({ input }) =>
      complaint(
        `${shown(input)} не обозначение: нужно вида order-1324/annex-5/1.4`,
        `${shown(input)} is no id of an item: give one such as order-1324/annex-5/1.4`,
      ),
  });

/**
 * Confirms that wordings stand in the act as the library has them, letter by letter: which
 * publication they were compared with, by whom, on which day (today by default). At most 100 at
 * once.
 */
export const confirmWording = command(
  'confirm-wording',
  z.strictObject({
    items: z
      .array(z.strictObject({ item: itemId, wording: shortText(4000) }))
      .min(1)
      .max(100),
    publication: z.strictObject({
      title: shortText(300),
      reference: shortText(300).nullable().default(null),
      date: localDate.nullable().default(null),
    }),
    ...signerFields,
    ...positionField,
    on: localDate.optional(),
  }),
);

/**
 * Annuls a confirmation: it counts as if never made. `entry` is its event id, as the report of law
 * gives it. RK 1.8.
 */
export const annulLawEntry = commandNamingGround(
  'annul-law-entry',
  z.strictObject({ ...putRightFields }),
);
