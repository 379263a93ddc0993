import type * as z from 'zod';
import type { CarrierRules } from './carriers.ts';
import * as field from './kit/field.ts';
import { section } from './kit/section.ts';

/** Certified printouts, and signed sheets of paper carriers. D21, R1 §4.2, R4 §6.5. */
export const printouts = section({
  name: 'printouts',
  event: 'PrintoutRulesSet',
  fields: {
    /** Rules of certification; the first that lists the form, or no form, applies. R4 §5.3. */
    certification: field.list(
      field.object({
        ...field.titled,
        /** Forms to which the rule applies; empty: to all others. */
        forms: field.ids(),
        /** Offices that certify: the head, a person authorised by the head. R5 §4.7. */
        offices: field.offices({ min: 1 }),
        /** Number of sheets from which it must be stitched; null: never. R4 §6.5. */
        stitchedFromSheets: field.orNull(field.integer(1, 10_000)),
        /** Whether it must bear the organisation's stamp. */
        sealRequired: field.yesNo,
        /** Whether the version of the form must be an approved one. R2 §2.1. */
        approvedForm: field.yesNo,
      }),
      { max: 50, unique: field.idOf },
    ),
    /** Printed sheets of a paper carrier, which are numbered without gaps and signed. */
    sheets: field.object({
      /** Offices that sign them. */
      offices: field.offices(),
      /** Offices that sign the sheets of particular carriers; for all others `offices` applies. */
      byCarrier: field.list(
        field.object({ carrier: field.id, offices: field.offices({ min: 1 }) }),
        { unique: ({ carrier }) => carrier },
      ),
      /** What a series of sheet numbers covers: a year, or the carrier as a whole. */
      numberedPer: field.oneOf(['calendar-year', 'study-year', 'carrier']),
      /** Whether the version of the form must be an approved one. R2 §2.1. */
      approvedForm: field.yesNo,
    }),
    /** Reasons of voiding a sheet or a printout: `misprinted`, `damaged`, `replaced`. */
    voidReasons: field.titledList({ max: 20 }),
  },
  // R4 §5.3, §6.5 and R5 §4.7: certified by the head or the records keeper. Sheets of a paper
  // carrier are numbered per study year.
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
  // `byCarrier` may refer only to carriers that are described.
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

/** The rules of the section `printouts`. */
export type PrintoutRules = z.infer<typeof printouts.stored>;
