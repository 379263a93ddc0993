import * as z from 'zod';
import { identifier } from '../../values/identifier.ts';
import { bothLanguages, text } from '../../values/shape.ts';
import { localText } from '../../values/text.ts';

const titled = z.strictObject({ id: text, title: bothLanguages });
/** What the numbers of sheets run through: a year of either kind, or the carrier's whole life. */
const numberedPer = z.enum(['calendar-year', 'study-year', 'carrier']);

/** Printouts that are certified, and signed sheets of paper carriers. D21, R1 §4.2, R4 §6.5. */
export const printoutRules = z.strictObject({
  section: z.literal('printouts'),
  /** The first rule whose `forms` name the form, or name none, holds. R4 §5.3, R5 §4.7. */
  certification: z.array(
    titled.extend({
      /** Forms of the record; empty: every other one. */
      forms: z.array(text),
      /** Offices in which one certifies: the head, a person authorised by the head. */
      offices: z.array(text),
      /** From how many sheets on it is stitched; null: never. R4 §6.5. */
      stitchedFromSheets: z.number().nullable(),
      sealRequired: z.boolean(),
      /** Only in a version of the form that was approved (R2 §2.1)? */
      approvedForm: z.boolean(),
    }),
  ),
  /** Printed sheets of a carrier that is kept on paper: numbered without gaps, and signed. */
  sheets: z.strictObject({
    offices: z.array(text),
    /** Offices for some carriers; all others take `offices`. */
    byCarrier: z.array(z.strictObject({ carrier: text, offices: z.array(text) })),
    numberedPer,
    approvedForm: z.boolean(),
  }),
  /** Why a sheet or a printout is void: `misprinted`, `damaged`, `replaced`. */
  voidReasons: z.array(titled),
});

const ids = z.array(identifier).max(100);
const titledGiven = z.strictObject({ id: identifier, title: localText });

/** The section as `adopt` and `amend` take it. */
export const printoutRulesGiven = printoutRules.extend({
  certification: z
    .array(
      titledGiven.extend({
        forms: ids,
        offices: ids.min(1),
        stitchedFromSheets: z.int().min(1).max(10_000).nullable(),
        sealRequired: z.boolean(),
        approvedForm: z.boolean(),
      }),
    )
    .max(50),
  sheets: z.strictObject({
    offices: ids,
    byCarrier: z.array(z.strictObject({ carrier: identifier, offices: ids.min(1) })).max(100),
    numberedPer,
    approvedForm: z.boolean(),
  }),
  voidReasons: z.array(titledGiven).max(20),
});
