import * as z from 'zod';
import { putRightFields } from '../../acting/putting-right.ts';
import { officeField, signerFields } from '../../acting/signer.ts';
import { command, commandNamingGround } from '../../kernel/command.ts';
import { complaint, shown } from '../../values/complaint.ts';
import { identifier } from '../../values/identifier.ts';
import { localDate, orderedDay } from '../../values/local-date.ts';
import { shortText } from '../../values/text.ts';

const number = shortText(64);

/** The year of the register, which is that of the order's date. */
const year = z.string().regex(/^(?:19|20|21)\d\d$/, {
  error: ({ input }) =>
    complaint(`${shown(input)} не год вида 2026`, `${shown(input)} is no year such as 2026`),
});

/** Enters an order in the register of the year of its date. RK 1.5. */
export const registerOrder = command(
  'register-order',
  z.strictObject({
    number,
    date: localDate,
    /** It names no person, because it is stored in clear for ever. */
    title: shortText(300),
    kind: identifier.nullable().default(null),
    ...signerFields,
  }),
);

/**
 * Records that an order was annulled, from a day on or, with `from: null`, from the start. The
 * annulling paper is the command's ground. RK 1.5.
 */
export const annulOrder = commandNamingGround(
  'annul-order',
  z.strictObject({ year, number, from: orderedDay.nullable(), ...signerFields, on: localDate }),
);

/** Records that an order was amended by another order. RK 1.5. */
export const amendOrder = commandNamingGround(
  'amend-order',
  z.strictObject({
    year,
    number,
    by: z.strictObject({ number, date: localDate }),
    on: localDate,
  }),
);

/** Corrects the entry of an order: what is not given stays as it was. RK 1.8. */
export const correctOrder = commandNamingGround(
  'correct-order-entry',
  z.strictObject({
    year,
    ...putRightFields,
    number: number.optional(),
    date: localDate.optional(),
    title: shortText(300).optional(),
    /** Who signed the order; `signer` is who signs the correction. */
    signedBy: z.strictObject({ person: identifier, office: officeField }).optional(),
  }),
);

/** Annuls an entry of the register that was made in error. RK 1.8. */
export const annulOrderEntry = commandNamingGround(
  'annul-order-entry',
  z.strictObject({ year, ...putRightFields }),
);

/** The parsed input of `register-order`. */
export type RegisterOrder = z.output<typeof registerOrder.schema>;

/** The parsed input of `annul-order`. */
export type AnnulOrder = z.output<typeof annulOrder.schema>;

/** The parsed input of `amend-order`. */
export type AmendOrder = z.output<typeof amendOrder.schema>;

/** The parsed input of `correct-order-entry`. */
export type CorrectOrder = z.output<typeof correctOrder.schema>;

/** The parsed input of `annul-order-entry`. */
export type AnnulOrderEntry = z.output<typeof annulOrderEntry.schema>;
