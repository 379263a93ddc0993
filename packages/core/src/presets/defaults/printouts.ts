import type { PrintoutRules } from '../../regulation/rules.ts';

/**
 * Certified printouts where a regulation is silent: as R4 §5.3, §6.5 and R5 §4.7 have them, by the
 * head or the keeper of records; sheets of a paper carrier are numbered through each study year.
 */
export const printouts: PrintoutRules = {
  section: 'printouts',
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
};
