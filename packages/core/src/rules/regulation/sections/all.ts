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
import { printouts } from './printouts.ts';
import { retakes } from './retakes.ts';
import { retention } from './retention.ts';
import { scales } from './scales.ts';
import { works } from './works.ts';

/*
 * What a regulation (положение) says, as data: a rule that differs between organisations is a field
 * of a section, never an `if` in the code. This is the one list of sections: the rule book, the
 * input of `adopt` and `amend`, the event types, the checks and the defaults are read from it.
 */

/** The sections of the regulation, in the order in which an edition's are written. */
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
] as const;

/** One of the sections, told apart by `name`. */
export type RegulationSection = (typeof regulationSections)[number];

export type SectionName = RegulationSection['name'];

/** All sections of an edition, by name. */
export type RuleBook = {
  readonly [S in RegulationSection as S['name']]: z.infer<S['stored']>;
};

/** The rules of one section. */
export type Rules = RuleBook[SectionName];

/** The names of all sections. */
export const SECTIONS: readonly SectionName[] = regulationSections.map(({ name }) => name);

/** An event that sets the rules of one section. */
export type RulesSet = RegulationSection['event'];

/** Names of the events that set rules. */
export type RulesSetType = RulesSet['type'];

/** The event types that set rules, one for each section. */
export const rulesSetEvents: readonly RulesSet[] = regulationSections.map(({ event }) => event);

/** Their names. */
export const RULES_SET_TYPES: readonly RulesSetType[] = rulesSetEvents.map(({ type }) => type);

/** The sections as `adopt` and `amend` take them. */
export const sectionInputs = Object.fromEntries(
  regulationSections.map(({ name, input: given }) => [name, given]),
) as { readonly [S in RegulationSection as S['name']]: S['input'] };

/** The sections that a preset may leave to the library. */
type Defaults = {
  readonly [S in RegulationSection as S['default'] extends null ? never : S['name']]: z.infer<
    S['stored']
  >;
};

/** What a preset takes where its regulation is silent. */
export const defaultRules = Object.fromEntries(
  regulationSections.flatMap(({ name, default: rules }) => (rules === null ? [] : [[name, rules]])),
) as Defaults;

/** What a preset says: the sections that have no default, and of the others what differs. */
export type StatedRules = Omit<RuleBook, keyof Defaults> & Partial<Defaults>;

/**
 * The rules of an edition that regulates nothing: what one says of a section that it lacks because
 * it is older. This is the one place where "not regulated" is answered: nothing is described,
 * nobody is entitled and nothing is asked for. So a rule refuses what it would have to allow, by
 * its own refusal (such as `not-in-regulation`), and asks for nothing more. It is never today's
 * default.
 */
export const unregulated = deepFreeze(
  Object.fromEntries(regulationSections.map((one) => [one.name, one.unregulated])) as RuleBook,
);

const byType = new Map<string, RegulationSection>(
  regulationSections.map((one) => [one.event.type, one]),
);

/** The section whose rules events of a type set; undefined: they set none. */
export function sectionOf(type: string): RegulationSection | undefined {
  return byType.get(type);
}
