import * as z from 'zod';
import { officeField } from '../../../acting/signer.ts';
import { command } from '../../../kernel/command.ts';
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

/** The parsed input of `replenish-bank`. */
export type ReplenishBank = z.output<typeof replenishBank.schema>;
