import * as z from 'zod';
import { putRightFields } from '../../acting/putting-right.ts';
import { command, commandNamingGround } from '../../kernel/command.ts';
import { complaint } from '../../values/complaint.ts';
import { identifier } from '../../values/identifier.ts';
import { orderedDay } from '../../values/local-date.ts';
import { localText, shortText } from '../../values/text.ts';

const approved = {
  form: identifier,
  version: shortText(64),
  title: localText,
  carrier: identifier.nullable().default(null),
} as const;

/** Approves a version of a form from a day on, by default today. */
export const approveForm = command(
  'approve-form',
  z.strictObject({ ...approved, on: orderedDay.optional() }),
);

/** The forms that a list names after it has named them already. */
const repeated = (forms: readonly { readonly form: string }[]): readonly string[] =>
  forms.map(({ form }) => form).filter((form, index, all) => all.indexOf(form) < index);

const namedTwice = (forms: readonly string[]): string =>
  complaint(
    `форма названа дважды: ${forms.join(', ')}; оставьте одну`,
    `a form is named twice: ${forms.join(', ')}; keep one`,
  );

/** Approves a version of each of several forms by one order, from a day on, by default today. */
export const approveForms = command(
  'approve-forms',
  z.strictObject({
    forms: z
      .array(z.strictObject(approved))
      .min(1)
      .max(100)
      .refine((forms) => repeated(forms).length === 0, {
        error: ({ input }) => namedTwice(repeated(input as readonly { form: string }[])),
      }),
    on: orderedDay.optional(),
  }),
);

/** Withdraws a form: none of its versions is in force from a day on, by default today. */
export const withdrawForm = command(
  'withdraw-form',
  z.strictObject({ form: identifier, on: orderedDay.optional() }),
);

/**
 * Annuls an approval or a withdrawal: it counts as if never entered. `entry` is the event id that
 * its command answered. D1, RK 1.8.
 */
export const annulFormEntry = commandNamingGround(
  'annul-form-entry',
  z.strictObject({ form: identifier, ...putRightFields }),
);
