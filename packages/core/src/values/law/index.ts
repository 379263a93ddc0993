/* Law as dated data: wordings and rules of acts, with their source and how they are known. */
export type { Evidence, EvidenceMark, LawItem, LawSource } from './item.ts';
export { EVIDENCE, isInForce, isVerified } from './item.ts';
export type { Indicator, IndicatorForm } from './indicator.ts';
export type { Annex, OrganisationKind } from './annexes.ts';
export {
  ANNEXES,
  annexOfKind,
  annexOn,
  indicatorItem,
  itemsOfAnnex,
  KINDS_OF_ORGANISATION,
  ORGANISATION_KINDS,
} from './annexes.ts';
export { ANNEX_2 } from './annex-2.ts';
export { ANNEX_5 } from './annex-5.ts';
export { ANNEX_6 } from './annex-6.ts';
export { LAW_RULES } from './rules.ts';
export { LIBRARY_LAW, libraryItem } from './library.ts';
