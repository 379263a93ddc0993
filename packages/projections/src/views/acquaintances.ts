import { countedFacts } from '../projection/entries.ts';
import type { AnnulledEntry } from '../projection/entries.ts';
import type { Fact, WithBasis } from '../projection/fact.ts';
import { basisOf, factOf, factsOn, isOneOf } from '../projection/fact.ts';
import { keyPart, partitionKey } from '../projection/key.ts';
import type { Projection } from '../projection/projection.ts';

const TYPES = ['AcquaintanceSigned', 'AcquaintanceEntryAnnulled'] as const;

/** What a learner, or their representatives, were made acquainted with. R2 §1.5, R5 §2.3. */
export interface LearnerAcquaintances extends WithBasis {
  readonly kind: 'learner';
  readonly learner: string;
  /** In the order of their days. */
  readonly signed: readonly Fact<'AcquaintanceSigned'>[];
  /** Lines that count as never entered. RK 1.8. */
  readonly annulled: readonly AnnulledEntry<
    Fact<'AcquaintanceSigned'>,
    Fact<'AcquaintanceEntryAnnulled'>
  >[];
}

/** The signatures of one learner: the facts in log order. */
export interface AcquaintancesView {
  readonly key: string;
  readonly facts: Fact<(typeof TYPES)[number]>[];
}

/** Keys of the partitions. */
export const acquaintancesKey = {
  /** Gives the key of the signatures of one learner and of their representatives. */
  learner: (learner: string): string => partitionKey('learner', learner),
};

/**
 * Who was made acquainted with which requirements, and who saw the diary (R2 §1.5, R5 §2.3). Key:
 * `learner/<learner>`.
 */
export const acquaintances: Projection<AcquaintancesView, LearnerAcquaintances> = {
  name: 'acquaintances',
  version: 1,
  types: TYPES,
  keysOf: (event) => (isOneOf(event, TYPES) ? [acquaintancesKey.learner(event.data.learner)] : []),
  initial: (key) => ({ key, facts: [] }),
  apply: (view, event) => {
    if (isOneOf(event, TYPES)) view.facts.push(factOf(event));
  },
  read: ({ key, facts }, on) => {
    const current = factsOn(facts, on);
    const { inForce: signed, annulled } = countedFacts(
      current.filter((fact) => fact.type === 'AcquaintanceSigned'),
      current.filter((fact) => fact.type === 'AcquaintanceEntryAnnulled'),
    );
    const learner = keyPart(key, 1);
    return { kind: 'learner', learner, signed, annulled, basis: basisOf(current) };
  },
};
