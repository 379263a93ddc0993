import { countedFacts } from '../projection/entries.ts';
import type { Fact } from '../projection/fact.ts';

/** The facts about one case of disclosure. D16. */
export const CASE_TYPES = [
  'DisclosureAsked',
  'AnswerPutOff',
  'DisclosureGranted',
  'DisclosureRefused',
  'InformationGiven',
  'ResultsPublished',
  'PublicationWithdrawn',
] as const;

/** The event types that annul a fact of a case. RK 1.8. */
export const CASE_ANNULMENT_TYPES = [
  'DisclosureEntryAnnulled',
  'PublicationEntryAnnulled',
] as const;

/** What annulled a fact of a case. */
export type CaseAnnulment = Fact<(typeof CASE_ANNULMENT_TYPES)[number]>;

/** One fact of a case. */
export type CaseFact = Fact<(typeof CASE_TYPES)[number]>;

/**
 * The state of a case; only a publication is `published` or `taken-down`. Nothing counts of one
 * that is `annulled`.
 */
export type CaseState =
  | 'waiting'
  | 'granted'
  | 'refused'
  | 'given'
  | 'published'
  | 'taken-down'
  | 'annulled';

/** What a case begins with. */
type Beginning = Fact<'DisclosureAsked' | 'InformationGiven' | 'ResultsPublished'>;

/** An application with its answer, information given in the course of study, or a publication. */
export interface DisclosureCase {
  readonly disclosure: string;
  readonly state: CaseState;
  /**
   * The application, what was first given, or the publication; the annulled one where nothing
   * counts, and `null` where it is not known.
   */
  readonly began: Beginning | null;
  readonly asked: Fact<'DisclosureAsked'> | null;
  readonly putOff: readonly Fact<'AnswerPutOff'>[];
  /** Last day for the answer, postponements included; `null` if nobody applied. */
  readonly dueOn: string | null;
  readonly granted: Fact<'DisclosureGranted'> | null;
  readonly refused: Fact<'DisclosureRefused'> | null;
  readonly given: readonly Fact<'InformationGiven'>[];
  readonly published: Fact<'ResultsPublished'> | null;
  readonly takenDown: readonly Fact<'PublicationWithdrawn'>[];
  /** Facts that count as never entered, and what annulled them. RK 1.8. */
  readonly annulled: readonly { readonly fact: CaseFact; readonly annulment: CaseAnnulment }[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type OpenCase = Omit<Mutable<DisclosureCase>, 'putOff' | 'given' | 'takenDown' | 'annulled'> & {
  putOff: Fact<'AnswerPutOff'>[];
  given: Fact<'InformationGiven'>[];
  takenDown: Fact<'PublicationWithdrawn'>[];
  annulled: DisclosureCase['annulled'][number][];
};

/**
 * Derives the cases from a list of facts, in the order in which they began; those of which nothing
 * counts come last.
 */
export function casesOf(
  facts: readonly CaseFact[],
  annulments: readonly CaseAnnulment[],
): readonly DisclosureCase[] {
  const cases = new Map<string, OpenCase>();
  const caseOf = ({ data: { disclosure } }: CaseFact): OpenCase => {
    const one = cases.get(disclosure) ?? opened(disclosure);
    cases.set(disclosure, one);
    return one;
  };
  const { inForce, annulled } = countedFacts(facts, annulments);
  for (const fact of inForce) add(caseOf(fact), fact);
  for (const one of annulled) caseOf(one.fact).annulled.push(one);
  return [...cases.values()].map((one) => ({
    ...one,
    state: stateOf(one),
    began: beginningOf(one),
  }));
}

function opened(disclosure: string): OpenCase {
  return {
    disclosure,
    state: 'waiting',
    began: null,
    asked: null,
    putOff: [],
    dueOn: null,
    granted: null,
    refused: null,
    given: [],
    published: null,
    takenDown: [],
    annulled: [],
  };
}

function add(one: OpenCase, fact: CaseFact): void {
  switch (fact.type) {
    case 'DisclosureAsked':
      one.asked ??= fact;
      one.dueOn ??= fact.data.dueOn;
      return;
    case 'AnswerPutOff':
      one.putOff.push(fact);
      one.dueOn = fact.data.dueOn;
      return;
    case 'DisclosureGranted':
      one.granted ??= fact;
      return;
    case 'DisclosureRefused':
      one.refused ??= fact;
      return;
    case 'InformationGiven':
      one.given.push(fact);
      return;
    case 'ResultsPublished':
      one.published ??= fact;
      return;
    case 'PublicationWithdrawn':
      one.takenDown.push(fact);
      return;
  }
}

function beginningOf({ asked, given, published, annulled }: OpenCase): Beginning | null {
  const counts = asked ?? published ?? given[0];
  if (counts !== undefined) return counts;
  const begins = annulled.map(({ fact }) => fact).filter(isBeginning);
  return begins.find(({ type }) => type !== 'InformationGiven') ?? begins[0] ?? null;
}

const isBeginning = (fact: CaseFact): fact is Beginning & CaseFact =>
  fact.type === 'DisclosureAsked' ||
  fact.type === 'InformationGiven' ||
  fact.type === 'ResultsPublished';

/** A publication is taken down once none of its learners is shown any more. */
function stateOf(one: OpenCase): CaseState {
  const { asked, refused, given, granted, published, takenDown } = one;
  if (published !== null) {
    const down = new Set(takenDown.flatMap(({ data }) => data.learners));
    const shown = published.data.learners.some(({ learner }) => !down.has(learner));
    return shown ? 'published' : 'taken-down';
  }
  if (refused !== null) return 'refused';
  if (given.length > 0) return 'given';
  if (asked === null) return 'annulled';
  return granted === null ? 'waiting' : 'granted';
}
