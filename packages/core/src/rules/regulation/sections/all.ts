import type * as z from 'zod';
import { deepFreeze } from '../../../kernel/json.ts';
import { achievements } from './achievements.ts';
import { archive } from './archive.ts';
import { assessment } from './assessment.ts';
import { carriers } from './carriers.ts';
import { commendation } from './commendation.ts';
import { commissions } from './commissions.ts';
import { correction } from './correction.ts';
import { credits } from './credits.ts';
import { custody } from './custody.ts';
import { disclosure } from './disclosure.ts';
import { documents } from './documents.ts';
import { enrollment } from './enrollment.ts';
import { general } from './general.ts';
import { lessons } from './lessons.ts';
import { portfolio } from './portfolio.ts';
import { presence } from './presence.ts';
import { printouts } from './printouts.ts';
import { retakes } from './retakes.ts';
import { retention } from './retention.ts';
import { scales } from './scales.ts';
import { works } from './works.ts';

/*
 * The content of a regulation (положение) as data: a rule that differs between organisations is a
 * field of a section, never an `if` in the code. This is the only list of sections; the rule book,
 * the input of `adopt` and `amend`, the event types, the checks and the defaults derive from it.
 * A new section is one file in this folder, and its import, entry and export here.
 */

/** The sections of the regulation, in the order in which the events of an edition are written. */
export const regulationSections = [
  general,
  scales,
  assessment,
  correction,
  lessons,
  enrollment,
  commendation,
  archive,
  carriers,
  credits,
  achievements,
  portfolio,
  documents,
  retention,
  custody,
  commissions,
  retakes,
  works,
  disclosure,
  printouts,
  presence,
] as const;

/** One of the sections, discriminated by `name`. */
export type RegulationSection = (typeof regulationSections)[number];

/** Name of a section. */
export type SectionName = RegulationSection['name'];

/** The rules of an edition, by section. */
export type RuleBook = {
  readonly [S in RegulationSection as S['name']]: z.infer<S['stored']>;
};

/** The rules of any one section. */
export type Rules = RuleBook[SectionName];

/** The names of all sections. */
export const SECTIONS: readonly SectionName[] = regulationSections.map(({ name }) => name);

/** An event type that sets the rules of one section. */
export type RulesSet = RegulationSection['event'];

/** Name of an event type that sets rules. */
export type RulesSetType = RulesSet['type'];

/** The event types that set rules, one for each section. */
export const rulesSetEvents: readonly RulesSet[] = regulationSections.map(({ event }) => event);

/** Names of the event types that set rules. */
export const RULES_SET_TYPES: readonly RulesSetType[] = rulesSetEvents.map(({ type }) => type);

/** The input schemas of the sections, by name: the fields of `adopt` and `amend`. */
export const sectionInputs = Object.fromEntries(
  regulationSections.map(({ name, input: given }) => [name, given]),
) as { readonly [S in RegulationSection as S['name']]: S['input'] };

/** The sections that have a default. */
type Defaults = {
  readonly [S in RegulationSection as S['default'] extends null ? never : S['name']]: z.infer<
    S['stored']
  >;
};

/** The default rules: those of a preset whose regulation is silent on a section. */
export const defaultRules = Object.fromEntries(
  regulationSections.flatMap(({ name, default: rules }) => (rules === null ? [] : [[name, rules]])),
) as Defaults;

/** What a preset states: the sections without a default, and those that differ from theirs. */
export type StatedRules = Omit<RuleBook, keyof Defaults> & Partial<Defaults>;

/**
 * The rules of an edition that regulates nothing. An edition has them for every section that it
 * lacks because it is older. Nothing is described, nobody is entitled and nothing is required: an
 * act that needs a rule to allow it is refused (for example by `not-in-regulation`), and no act is
 * refused for want of an order or a reason. They are never today's default.
 */
export const unregulated = deepFreeze(
  Object.fromEntries(regulationSections.map((one) => [one.name, one.unregulated])) as RuleBook,
);

const byType = new Map<string, RegulationSection>(
  regulationSections.map((one) => [one.event.type, one]),
);

/** The section whose rules an event type sets; undefined if it sets none. */
export function sectionOf(type: RulesSetType): RegulationSection;
export function sectionOf(type: string): RegulationSection | undefined;
export function sectionOf(type: string): RegulationSection | undefined {
  return byType.get(type);
}

// The sections and the types of their rules, for `@letopis/core/facts`.
export * from './achievements.ts';
export * from './archive.ts';
export * from './assessment.ts';
export * from './carriers.ts';
export * from './commendation.ts';
export * from './commissions.ts';
export * from './correction.ts';
export * from './credits.ts';
export * from './custody.ts';
export * from './disclosure.ts';
export * from './document-kinds.ts';
export * from './documents.ts';
export * from './enrollment.ts';
export * from './general.ts';
export * from './lessons.ts';
export * from './portfolio.ts';
export * from './presence.ts';
export * from './printouts.ts';
export * from './retakes.ts';
export * from './retention.ts';
export * from './scales.ts';
export * from './works.ts';
