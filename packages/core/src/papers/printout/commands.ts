import * as z from 'zod';
import { signerFields } from '../../acting/signer.ts';
import { command, commandNamingGround } from '../../kernel/command.ts';
import { identifier } from '../../values/identifier.ts';
import { localDate } from '../../values/local-date.ts';
import type { printSource } from './sheet/commands.ts';
import { printedFields } from './sheet/commands.ts';

/**
 * Certifies a printout. The command's id is the printout's id where `id` is left out. D21, R4 §6.5,
 * R5 §4.7.
 */
export const certifyPrintout = command(
  'certify-printout',
  z.strictObject({
    id: identifier.optional(),
    ...printedFields,
    copies: z.int().min(1).max(1000).default(1),
    sheets: z.int().min(1).max(10_000),
    stitched: z.boolean(),
    sealed: z.boolean(),
    ...signerFields,
    on: localDate.optional(),
  }),
);

/** Declares a certified printout void. */
export const voidPrintout = commandNamingGround(
  'void-printout',
  z.strictObject({
    printout: identifier,
    reason: identifier,
    ...signerFields,
    on: localDate.optional(),
  }),
);

/** The parsed input of `certify-printout`. */
export type CertifyPrintout = z.output<typeof certifyPrintout.schema>;

/** The parsed input of `void-printout`. */
export type VoidPrintout = z.output<typeof voidPrintout.schema>;

/** The history that a printout was made from. */
export type PrintSource = z.output<typeof printSource>;
