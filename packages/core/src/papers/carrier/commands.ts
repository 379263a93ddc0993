import * as z from 'zod';
import { putRightFields } from '../../acting/putting-right.ts';
import { officeField } from '../../acting/signer.ts';
import { command, commandNamingGround } from '../../kernel/command.ts';
import { identifier } from '../../values/identifier.ts';
import { localDate } from '../../values/local-date.ts';

/**
 * Decides that an optional carrier is kept from a day on, or no longer; by default from today. With
 * a group the decision is for that group alone and is its teacher's (R3 §3.4).
 */
export const decideOnCarrier = command(
  'decide-on-carrier',
  z.strictObject({
    carrier: identifier,
    group: identifier.nullable().default(null),
    keep: z.boolean(),
    decidedBy: identifier,
    office: officeField,
    on: localDate.optional(),
  }),
);

/**
 * Annuls a decision on a carrier: it counts as if never entered. `entry` is the event id that its
 * command answered. D1, RK 1.8.
 */
export const annulCarrierEntry = commandNamingGround(
  'annul-carrier-entry',
  z.strictObject({
    carrier: identifier,
    group: identifier.nullable().default(null),
    ...putRightFields,
  }),
);
