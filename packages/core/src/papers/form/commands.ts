import * as z from 'zod';
import { putRightFields } from '../../acting/putting-right.ts';
import { command, commandNamingGround } from '../../kernel/command.ts';
import { identifier } from '../../values/identifier.ts';
import { orderedDay } from '../../values/local-date.ts';
import { localText, shortText } from '../../values/text.ts';

/** Approves a version of a form from a day on, by default today. */
export const approveForm = command(
  'approve-form',
  z.strictObject({
    form: identifier,
    version: shortText(64),
    title: localText,
    carrier: identifier.nullable().default(null),
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
