import * as z from 'zod';
import { putRightFields } from '../../../acting/putting-right.ts';
import { officeField } from '../../../acting/signer.ts';
import { command, commandNamingGround } from '../../../kernel/command.ts';
import { identifier } from '../../../values/identifier.ts';
import { localDate, orderedDay } from '../../../values/local-date.ts';

/** Records that a bank was replenished for the period that ends on `due`. R3 §3.5. */
export const replenishBank = command(
  'replenish-bank',
  z.strictObject({
    bank: identifier,
    due: orderedDay,
    replenishedBy: identifier,
    office: officeField,
    on: localDate,
  }),
);

/**
 * Annuls a replenishment: it counts as if never entered. `entry` is the event id that its command
 * answered. R3 §3.5, RK 1.8.
 */
export const annulReplenishment = commandNamingGround(
  'annul-replenishment',
  z.strictObject({ bank: identifier, ...putRightFields }),
);

/** The parsed input of `annul-replenishment`. */
export type AnnulReplenishment = z.output<typeof annulReplenishment.schema>;

/** The parsed input of `replenish-bank`. */
export type ReplenishBank = z.output<typeof replenishBank.schema>;
