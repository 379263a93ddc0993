import type { WithBasis, Fact } from '../projection/fact.ts';
import { basisOf, factOf, factsOn, isOneOf } from '../projection/fact.ts';
import { keyPart, partitionKey } from '../projection/key.ts';
import type { Projection } from '../projection/projection.ts';
import type { LifeEntryFact } from './life-steps.ts';
import { LIFE_TYPES, lifeFactOf } from './life-steps.ts';
import type { EnrollmentLife } from './life.ts';
import { livesOf } from './life.ts';

/** One learner's enrollments: what the indicators of any year count. */
export interface EvaluatedLearner extends WithBasis {
  readonly kind: 'learner';
  readonly learner: string;
  readonly enrollments: readonly EnrollmentLife[];
}

/** The indicators entered for a year, by number; the last entry of each counts. */
export interface EnteredIndicators extends WithBasis {
  readonly kind: 'entered';
  readonly year: string;
  readonly annex: string;
  readonly indicators: Readonly<Record<string, Fact<'IndicatorEntered'>>>;
  /** Values that count no more, in the order of the log. RK 1.8. */
  readonly annulled: readonly {
    readonly fact: Fact<'IndicatorEntered'>;
    readonly annulment: Fact<'IndicatorEntryAnnulled'>;
  }[];
}

/** What a partition says, distinguished by `kind`. */
export type SelfEvaluationAnswer = EvaluatedLearner | EnteredIndicators;

const ENTERED_TYPES = ['IndicatorEntered', 'IndicatorEntryAnnulled'] as const;

interface LearnerView {
  readonly kind: 'learner';
  readonly key: string;
  readonly steps: LifeEntryFact[];
}

interface EnteredView {
  readonly kind: 'entered';
  readonly key: string;
  readonly entries: Fact<(typeof ENTERED_TYPES)[number]>[];
}

/** A partition: a learner's steps, or the entries of a year. */
export type SelfEvaluationView = LearnerView | EnteredView;

/** Keys of the partitions; a prefix leaves out the last part. */
export const selfEvaluationKey = {
  /** Gives the key of the steps of all enrollments of a learner. */
  learner: (learner = ''): string => partitionKey('learner', learner),
  /** Gives the key of the values entered for a calendar year and an annex. */
  entered: (year: string, annex: string): string => partitionKey('entered', year, annex),
};

/**
 * What self-evaluation counts (P10, orders 462 and 1324). Keys: `learner/<learner>` has the steps
 * of all enrollments of a learner, `entered/<year>/<annex>` the values entered for a year. A
 * learner's partition is not split by year, for two reasons: a programme is also run in a year in
 * which no enrollment begins or ends, and the end of an enrollment does not say who sent the
 * learner.
 */
export const selfEvaluation: Projection<SelfEvaluationView, SelfEvaluationAnswer> = {
  name: 'self-evaluation',
  version: 3,
  types: [...LIFE_TYPES, ...ENTERED_TYPES],
  keysOf: (event) => {
    if (isOneOf(event, ENTERED_TYPES)) {
      return [selfEvaluationKey.entered(event.data.year, event.data.annex)];
    }
    const step = lifeFactOf(event);
    return step === null ? [] : [selfEvaluationKey.learner(step.data.learner)];
  },
  initial: (key) =>
    keyPart(key, 0) === 'entered'
      ? { kind: 'entered', key, entries: [] }
      : { kind: 'learner', key, steps: [] },
  apply: (view, event) => {
    if (view.kind === 'entered') {
      if (isOneOf(event, ENTERED_TYPES)) view.entries.push(factOf(event));
      return;
    }
    const step = lifeFactOf(event);
    if (step !== null) view.steps.push(step);
  },
  read: (view, on) => {
    if (view.kind === 'entered') return enteredOn(view.key, factsOn(view.entries, on));
    const { key, steps } = view;
    const basis = basisOf(factsOn(steps, on));
    return { kind: 'learner', learner: keyPart(key, 1), enrollments: livesOf(steps, on), basis };
  },
};

function enteredOn(
  key: string,
  facts: readonly EnteredView['entries'][number][],
): EnteredIndicators {
  const annulments = new Map(
    facts.flatMap((fact) =>
      fact.type === 'IndicatorEntryAnnulled' ? [[fact.data.corrects, fact] as const] : [],
    ),
  );
  const indicators: Record<string, Fact<'IndicatorEntered'>> = {};
  const annulled: EnteredIndicators['annulled'][number][] = [];
  for (const fact of facts) {
    if (fact.type !== 'IndicatorEntered') continue;
    const annulment = annulments.get(fact.source.event);
    if (annulment === undefined) indicators[fact.data.indicator] = fact;
    else annulled.push({ fact, annulment });
  }
  const [year, annex] = [keyPart(key, 1), keyPart(key, 2)];
  return { kind: 'entered', year, annex, indicators, annulled, basis: basisOf(facts) };
}
