export type * from './rules.ts';
export type { Field, Fields, GivenShape, Named, StoredShape } from './field.ts';
export * as field from './field.ts';
export type { RulesFact, RulesOf, Section } from './section.ts';
export { section } from './section.ts';
export {
  RULES_SET_TYPES,
  regulationSections,
  rulesSetEvents,
  SECTIONS,
  sectionOf,
  unregulated,
} from './sections.ts';
export * from './events.ts';
export * from './questions.ts';
export * from './regulation.ts';
export type { SectionTitles } from './titles.ts';
export { titlesOfEditions } from './titles.ts';
export type { Adoption } from './service.ts';
export { regulationService } from './service.ts';
export { readEdition } from './reading.ts';
