import type { CoreEvent } from '@letopis/core';
import { countedFacts } from '../projection/entries.ts';
import type { Fact, WithBasis } from '../projection/fact.ts';
import { basisOf, factOf, factsOn, isOneOf } from '../projection/fact.ts';
import { keyPart, partitionKey } from '../projection/key.ts';
import type { Projection } from '../projection/projection.ts';

const EVIDENCE_TYPES = [
  'AchievementEvidenced',
  'CollectiveEvidenced',
  'PortfolioItemAdded',
  'GroupPortfolioItemAdded',
] as const;

const ANNULLING = [
  'ContestEntryAnnulled',
  'AchievementEntryAnnulled',
  'PortfolioEntryAnnulled',
  'GroupPortfolioEntryAnnulled',
] as const;

const TYPES = ['ContestProtocolKept', ...EVIDENCE_TYPES, ...ANNULLING] as const;

/** What a copy of a protocol shows: a document of an achievement, or an item of a portfolio. */
export type ContestEvidence = Fact<(typeof EVIDENCE_TYPES)[number]>;

/** A kept copy of a contest's protocol, and what rests on it. R3 §3.4. */
export interface ContestProtocol extends WithBasis {
  readonly contest: string;
  /** `null` if it is not kept yet, or its keeping was annulled. */
  readonly kept: Fact<'ContestProtocolKept'> | null;
  /** The annulment of its keeping. RK 1.8. */
  readonly annulled: Fact<'ContestEntryAnnulled'> | null;
  /** By the days on which they were entered; annulled ones are left out. */
  readonly evidence: readonly ContestEvidence[];
}

/** A copy of a protocol: its facts in log order. */
export interface ContestsView {
  readonly key: string;
  readonly facts: Fact<(typeof TYPES)[number]>[];
}

/** Keys of the partitions; the prefix of all has no id. */
export const contestsKey = {
  /** Gives the key of one kept copy. */
  contest: (contest = ''): string => partitionKey('contest', contest),
};

/** Kept copies of contest protocols with what rests on them (R3 §3.4). Key: `contest/<id>`. */
export const contests: Projection<ContestsView, ContestProtocol> = {
  name: 'contests',
  version: 1,
  types: TYPES,
  keysOf: (event) => contestOf(event).map(contestsKey.contest),
  initial: (key) => ({ key, facts: [] }),
  apply: (view, event) => {
    if (isOneOf(event, TYPES)) view.facts.push(factOf(event));
  },
  read: ({ key, facts }, on) => {
    const current = factsOn(facts, on);
    const annulments = current.filter((fact) => isOneOf(fact, ANNULLING));
    const entries = current.filter((fact) => !isOneOf(fact, ANNULLING));
    const { inForce, annulled } = countedFacts(entries, annulments);
    const gone = annulled.findLast(({ fact }) => fact.type === 'ContestProtocolKept')?.annulment;
    return {
      contest: keyPart(key, 1),
      kept: inForce.find((fact) => fact.type === 'ContestProtocolKept') ?? null,
      annulled: gone?.type === 'ContestEntryAnnulled' ? gone : null,
      evidence: inForce.filter((fact) => isOneOf(fact, EVIDENCE_TYPES)),
      basis: basisOf(current),
    };
  },
};

/** The copy that an event is about; most evidence is another document. */
function contestOf(event: CoreEvent): readonly string[] {
  if (!isOneOf(event, TYPES)) return [];
  const { contest } = event.data;
  return contest === undefined ? [] : [contest];
}
