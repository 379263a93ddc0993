import type { SectionTitles } from '@letopis/core';
import { RULES_SET_TYPES, titlesOfRules } from '@letopis/core';
import type { EventName, Fact } from './fact.ts';
import { isOneOf } from './fact.ts';

/** A text in both languages. */
export interface Titled {
  readonly ru: string;
  readonly en: string;
}

/**
 * What the regulation's codes are called, each as the newest edition has it that has the code at
 * all: a fact of an earlier edition keeps its word when a later one drops the code. Which lists of
 * codes there are, each section of the regulation says (`titles`).
 */
export interface RegulationTitles extends SectionTitles {
  /** Title of the newest edition. */
  readonly title: Titled | null;
  readonly timeZone: string | null;
  /** Annex of order 1324 that the organisation reports by. */
  readonly annex: string | null;
}

/** One kind of absence and whether it is excused. */
export type AttendanceTitle = RegulationTitles['attendance'][string];

/** A programme type; `category` is the one that order 1324 annex 6 counts by. */
export type ProgrammeTypeTitle = RegulationTitles['programmeTypes'][string];

/** The words of the editions in a list of facts. */
export function titlesOf(facts: readonly Fact<EventName>[]): RegulationTitles {
  const adopted = facts.findLast((fact) => fact.type === 'EditionAdopted');
  const general = facts.findLast((fact) => fact.type === 'GeneralRulesSet');
  return {
    title: adopted?.data.title ?? null,
    timeZone: general?.data.rules.timeZone ?? null,
    annex: general?.data.rules.annex ?? null,
    ...titlesOfRules(facts.filter((fact) => isOneOf(fact, RULES_SET_TYPES))),
  };
}
