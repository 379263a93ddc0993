import type * as z from 'zod';
import type { CarrierRules } from './carriers.ts';
import * as field from './kit/field.ts';
import { section } from './kit/section.ts';

/** Printouts that are certified, and signed sheets of paper carriers. D21, R1 §4.2, R4 §6.5. */
export const printouts = section({
  name: 'printouts',
  event: 'PrintoutRulesSet',
  fields: {
    /** The first rule whose `forms` name the form, or name none, holds. R4 §5.3, R5 §4.7. */
    certification: field.list(
      field.object({
        ...field.titled,
        /** Forms of the record; empty: every other one. */
        forms: field.ids(),
        /** Offices in which one certifies: the head, a person authorised by the head. */
        offices: field.offices({ min: 1 }),
        /** From how many sheets on it is stitched; null: never. R4 §6.5. */
        stitchedFromSheets: field.orNull(field.integer(1, 10_000)),
        sealRequired: field.yesNo,
        /** Only in a version of the form that was approved (R2 §2.1)? */
        approvedForm: field.yesNo,
      }),
      { max: 50, unique: field.idOf },
    ),
    /** Printed sheets of a carrier that is kept on paper: numbered without gaps, and signed. */
    sheets: field.object({
      offices: field.offices(),
      /** Offices for some carriers; all others take `offices`. */
      byCarrier: field.list(
        field.object({ carrier: field.id, offices: field.offices({ min: 1 }) }),
        { unique: ({ carrier }) => carrier },
      ),
      /** What the numbers run through: a year of either kind, or the carrier's whole life. */
      numberedPer: field.oneOf(['calendar-year', 'study-year', 'carrier']),
      approvedForm: field.yesNo,
    }),
    /** Why a sheet or a printout is void: `misprinted`, `damaged`, `replaced`. */
    voidReasons: field.titledList({ max: 20 }),
  },
  // As R4 §5.3, §6.5 and R5 §4.7 have them, by the head or the keeper of records; sheets of a paper
  // carrier are numbered through each study year.
  default: {
    certification: [
      {
        id: 'printout',
        title: { ru: 'Распечатка', en: 'Printout' },
        forms: [],
        offices: ['head', 'deputy-head', 'records-keeper'],
        stitchedFromSheets: 2,
        sealRequired: false,
        approvedForm: false,
      },
    ],
    sheets: {
      offices: ['teacher', 'commission-chair', 'commission-secretary', 'records-keeper', 'head'],
      byCarrier: [],
      numberedPer: 'study-year',
      approvedForm: false,
    },
    voidReasons: [
      { id: 'misprinted', title: { ru: 'Напечатано с ошибкой', en: 'Misprinted' } },
      { id: 'damaged', title: { ru: 'Испорчено', en: 'Damaged' } },
      { id: 'replaced', title: { ru: 'Заменено', en: 'Replaced' } },
    ],
  },
  /** Signed sheets are of carriers that there are. */
  disagreements: ({ sheets }, { carriers }: { readonly carriers: CarrierRules }) => {
    const known = new Set(carriers.carriers.map(({ id }) => id));
    return sheets.byCarrier
      .filter(({ carrier }) => !known.has(carrier))
      .map(({ carrier }) => ({
        ru: `printouts.sheets: носителя «${carrier}» нет`,
        en: `printouts.sheets: there is no carrier ${carrier}`,
      }));
  },
});

export type PrintoutRules = z.infer<typeof printouts.stored>;
