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

/** One fact of a case. */
export type CaseFact = Fact<(typeof CASE_TYPES)[number]>;

/** The state of a case; only a publication is `published` or `taken-down`. */
export type CaseState = 'waiting' | 'granted' | 'refused' | 'given' | 'published' | 'taken-down';

/** An application with its answer, information given in the course of study, or a publication. */
export interface DisclosureCase {
  readonly disclosure: string;
  readonly state: CaseState;
  readonly asked: Fact<'DisclosureAsked'> | null;
  readonly putOff: readonly Fact<'AnswerPutOff'>[];
  /** Last day for the answer, postponements included; `null` if nobody applied. */
  readonly dueOn: string | null;
  readonly granted: Fact<'DisclosureGranted'> | null;
  readonly refused: Fact<'DisclosureRefused'> | null;
  readonly given: readonly Fact<'InformationGiven'>[];
  readonly published: Fact<'ResultsPublished'> | null;
  readonly takenDown: readonly Fact<'PublicationWithdrawn'>[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type OpenCase = Omit<Mutable<DisclosureCase>, 'putOff' | 'given' | 'takenDown'> & {
  putOff: Fact<'AnswerPutOff'>[];
  given: Fact<'InformationGiven'>[];
  takenDown: Fact<'PublicationWithdrawn'>[];
};

/** Derives the cases from a list of facts, in the order in which they began. */
export function casesOf(facts: readonly CaseFact[]): readonly DisclosureCase[] {
  const cases = new Map<string, OpenCase>();
  for (const fact of facts) {
    const { disclosure } = fact.data;
    const one = cases.get(disclosure) ?? opened(disclosure);
    cases.set(disclosure, one);
    add(one, fact);
  }
  return [...cases.values()].map((one) => ({ ...one, state: stateOf(one) }));
}

function opened(disclosure: string): OpenCase {
  return {
    disclosure,
    state: 'waiting',
    asked: null,
    putOff: [],
    dueOn: null,
    granted: null,
    refused: null,
    given: [],
    published: null,
    takenDown: [],
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

/** A publication is taken down once none of its learners is shown any more. */
function stateOf({ refused, given, granted, published, takenDown }: OpenCase): CaseState {
  if (published !== null) {
    const down = new Set(takenDown.flatMap(({ data }) => data.learners));
    const shown = published.data.learners.some(({ learner }) => !down.has(learner));
    return shown ? 'published' : 'taken-down';
  }
  if (refused !== null) return 'refused';
  if (given.length > 0) return 'given';
  return granted === null ? 'waiting' : 'granted';
}
