import type * as z from 'zod';
import type { CarrierRules } from './carriers.ts';
import * as field from './kit/field.ts';
import { section } from './kit/section.ts';

/** A correction sheet, or a new sheet with the old one void. */
const whenChanged = field.oneOf(['nothing', 'correction-sheet', 'new-sheet']);

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
      /** What is owed where the record says another thing than sheets signed before. R2 §2.3. */
      whenChanged: field.since(2, whenChanged),
      /** Days, from the day of the change, in which what is owed is signed. */
      changedDueDays: field.since(2, field.integer(0, 365)),
      /** What particular carriers need to stay abreast of the record. */
      upkeep: field.since(
        2,
        field.list(
          field.object({
            carrier: field.id,
            /** In place of the general `whenChanged`. */
            whenChanged,
            /** How often the sheets of its journals are printed and signed. */
            signedEach: field.oneOf(['never', 'month', 'quarter', 'half-year', 'study-year']),
            /** Days, from the end of such a period, in which its sheets are signed. */
            signedDueDays: field.integer(0, 365),
            /** Kinds of lesson that its journals have; empty: all. R5 §4.3.1. */
            lessonKinds: field.ids(),
          }),
          { unique: ({ carrier }) => carrier },
        ),
      ),
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
      // Our default: no regulation says what becomes of a signed sheet whose facts have changed.
      whenChanged: 'correction-sheet',
      changedDueDays: 10,
      upkeep: [],
    },
    voidReasons: [
      { id: 'misprinted', title: { ru: 'Напечатано с ошибкой', en: 'Misprinted' } },
      { id: 'damaged', title: { ru: 'Испорчено', en: 'Damaged' } },
      { id: 'replaced', title: { ru: 'Заменено', en: 'Replaced' } },
    ],
  },
  // `byCarrier` and `upkeep` may refer only to carriers that are described.
  disagreements: ({ sheets }, { carriers }: { readonly carriers: CarrierRules }) => {
    const known = new Set(carriers.carriers.map(({ id }) => id));
    return [...sheets.byCarrier, ...sheets.upkeep]
      .filter(({ carrier }) => !known.has(carrier))
      .map(({ carrier }) => ({
        ru: `printouts.sheets: носителя «${carrier}» нет`,
        en: `printouts.sheets: there is no carrier ${carrier}`,
      }));
  },
});

/** The rules of the section `printouts`. */
export type PrintoutRules = z.infer<typeof printouts.stored>;
