import type { CoreEvent } from '@letopis/core';
import type { AnnulledEntry } from '../projection/entries.ts';
import { countedFacts } from '../projection/entries.ts';
import type { WithBasis, Fact } from '../projection/fact.ts';
import { basisOf, factOf, isOneOf, factsOn } from '../projection/fact.ts';
import { keyPart, partitionKey } from '../projection/key.ts';
import type { Projection } from '../projection/projection.ts';

const ENTRY_TYPES = [
  'AchievementRecorded',
  'AchievementParticipantNamed',
  'AchievementEvidenced',
  'CollectiveEvidenced',
  'AchievementVerified',
  'AchievementAnnulled',
] as const;

const TYPES = [...ENTRY_TYPES, 'AchievementEntryAnnulled'] as const;

const BANK_TYPES = ['BankReplenished', 'ReplenishmentAnnulled'] as const;

type AchievementFact = Fact<(typeof TYPES)[number]>;

type BankFact = Fact<(typeof BANK_TYPES)[number]>;

/** An achievement with all facts about it. D12. */
export interface AchievementRecord extends WithBasis {
  readonly kind: 'achievement';
  readonly achievement: string;
  readonly recorded: Fact<'AchievementRecorded'> | null;
  readonly participants: readonly Fact<'AchievementParticipantNamed'>[];
  /** Documents of learners; the `people` view has their titles. */
  readonly evidence: readonly Fact<'AchievementEvidenced'>[];
  /** Documents of a collective or of the institution. */
  readonly collectiveEvidence: readonly Fact<'CollectiveEvidenced'>[];
  readonly verified: Fact<'AchievementVerified'> | null;
  readonly annulled: Fact<'AchievementAnnulled'> | null;
  /** Documents and verifications that count as never entered. RK 1.8. */
  readonly annulledEntries: readonly AnnulledEntry<
    Fact<(typeof ENTRY_TYPES)[number]>,
    Fact<'AchievementEntryAnnulled'>
  >[];
}

/** One item of a list: an achievement of a learner, or of a holder in a month. */
export interface AchievementListed extends WithBasis {
  readonly kind: 'learner' | 'bank';
  /** `null` if it was not recorded yet on that day. */
  readonly achievement: string | null;
}

/** The replenishments of one bank that count, in the order of their days. R3 §3.5. */
export interface BankReplenishments extends WithBasis {
  readonly kind: 'replenished';
  readonly bank: string;
  readonly done: readonly Fact<'BankReplenished'>[];
}

/** What a partition of achievements says, distinguished by `kind`. */
export type AchievementsAnswer = AchievementRecord | AchievementListed | BankReplenishments;

/** A partition of achievements: its facts in log order. */
export interface AchievementsView {
  readonly key: string;
  readonly facts: (AchievementFact | BankFact)[];
}

/** Who holds an achievement: a learner, a group, or the institution. */
export type AchievementHolder = Fact<'AchievementRecorded'>['data']['holder'];

/** Keys of the partitions; a prefix leaves out the last parts. */
export const achievementsKey = {
  /** Gives the key of one achievement with all its facts. */
  achievement: (achievement: string): string => partitionKey('achievement', achievement),
  /** Gives the key of one achievement in a learner's list. */
  learner: (learner: string, achievement = ''): string =>
    partitionKey('learner', learner, achievement),
  /** By holder and month of the achievement. A bank's half-year is six of these prefixes. */
  bank: (holder: AchievementHolder, month: string, achievement = ''): string =>
    partitionKey('bank', holder, month, achievement),
  /** Gives the key of the half-years for which a bank was replenished. */
  replenished: (bank: string): string => partitionKey('replenished', bank),
};

/**
 * Achievements and their banks (P5, P6, R3 §3.4-3.6, R5 §3.2.2). Keys: `achievement/<id>` has one
 * achievement with all facts, `learner/<learner>/<id>` and `bank/<holder>/<YYYY-MM>/<id>` list
 * them, `replenished/<bank>` has the half-years for which a bank was replenished.
 */
export const achievements: Projection<AchievementsView, AchievementsAnswer> = {
  name: 'achievements',
  version: 2,
  types: [...TYPES, ...BANK_TYPES],
  keysOf,
  initial: (key) => ({ key, facts: [] }),
  apply: (view, event) => {
    if (isOneOf(event, TYPES) || isOneOf(event, BANK_TYPES)) view.facts.push(factOf(event));
  },
  read,
};

function keysOf(event: CoreEvent): readonly string[] {
  if (isOneOf(event, BANK_TYPES)) return [achievementsKey.replenished(event.data.bank)];
  if (!isOneOf(event, TYPES)) return [];
  const { achievement } = event.data;
  const own = achievementsKey.achievement(achievement);
  if (event.type === 'AchievementParticipantNamed') {
    return [own, achievementsKey.learner(event.data.learner, achievement)];
  }
  if (event.type !== 'AchievementRecorded') return [own];
  const month = event.occurredOn.slice(0, 7);
  return [own, achievementsKey.bank(event.data.holder, month, achievement)];
}

function read({ key, facts }: AchievementsView, on: string | null): AchievementsAnswer {
  const current = factsOn(facts, on);
  const basis = basisOf(current);
  const kind = keyPart(key, 0);
  const id = keyPart(key, 1);
  if (kind === 'replenished') {
    const { inForce: done } = countedFacts(
      current.filter((fact) => fact.type === 'BankReplenished'),
      current.filter((fact) => fact.type === 'ReplenishmentAnnulled'),
    );
    return { kind, bank: id, done, basis };
  }
  if (kind === 'learner' || kind === 'bank') {
    const listed = keyPart(key, kind === 'learner' ? 2 : 3);
    return { kind, achievement: current.length === 0 ? null : listed, basis };
  }
  const { inForce, annulled: annulledEntries } = countedFacts(
    current.filter((fact) => isOneOf(fact, ENTRY_TYPES)),
    current.filter((fact) => fact.type === 'AchievementEntryAnnulled'),
  );
  return {
    kind: 'achievement',
    achievement: id,
    recorded: inForce.find((fact) => fact.type === 'AchievementRecorded') ?? null,
    participants: inForce.filter((fact) => fact.type === 'AchievementParticipantNamed'),
    evidence: inForce.filter((fact) => fact.type === 'AchievementEvidenced'),
    collectiveEvidence: inForce.filter((fact) => fact.type === 'CollectiveEvidenced'),
    verified: inForce.findLast((fact) => fact.type === 'AchievementVerified') ?? null,
    annulled: inForce.find((fact) => fact.type === 'AchievementAnnulled') ?? null,
    annulledEntries,
    basis,
  };
}
