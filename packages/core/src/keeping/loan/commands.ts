import * as z from 'zod';
import { putRightFields } from '../../acting/putting-right.ts';
import { signerFields } from '../../acting/signer.ts';
import { command, commandNamingGround } from '../../kernel/command.ts';
import { recordName } from '../../record/name.ts';
import { identifier } from '../../values/identifier.ts';
import { localDate, orderedDay } from '../../values/local-date.ts';
import { shortText } from '../../values/text.ts';

const signed = { ...signerFields, on: localDate };

/** Lends an archived record to a person of a unit, until a day. */
export const lendRecord = command(
  'lend-record',
  z.strictObject({
    record: recordName,
    borrower: identifier,
    unit: shortText(200),
    purpose: shortText(300),
    until: orderedDay,
    ...signed,
  }),
);

/** Records the return of a lent record, with the defects that were found. */
export const returnLoan = command(
  'return-loan',
  z.strictObject({
    record: recordName,
    defects: z.array(shortText(500)).max(50).default([]),
    ...signed,
  }),
);

/**
 * Annuls a loan or a return: it counts as if never entered. `entry` is the event id that its
 * command answered. D18, RK 1.8.
 */
export const annulLoanEntry = commandNamingGround(
  'annul-loan-entry',
  z.strictObject({ record: recordName, ...putRightFields }),
);
