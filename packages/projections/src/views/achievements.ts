import type { CoreEvent } from '@letopis/core';
import type { WithBasis, Fact } from '../projection/fact.ts';
import { basisOf, factOf, isOneOf, factsOn } from '../projection/fact.ts';
import { keyPart, partitionKey } from '../projection/key.ts';
import type { Projection } from '../projection/projection.ts';

const TYPES = [
  'AchievementRecorded',
  'AchievementParticipantNamed',
  'AchievementEvidenced',
  'CollectiveEvidenced',
  'AchievementVerified',
  'AchievementAnnulled',
] as const;

type AchievementFact = Fact<(typeof TYPES)[number]>;

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
}

/** One item of a list: an achievement of a learner, or of a holder in a month. */
export interface AchievementListed extends WithBasis {
  readonly kind: 'learner' | 'bank';
  /** `null` if it was not recorded yet on that day. */
  readonly achievement: string | null;
}

/** The replenishments of one bank, in log order. R3 §3.5. */
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
  readonly facts: (AchievementFact | Fact<'BankReplenished'>)[];
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
  version: 1,
  types: [...TYPES, 'BankReplenished'],
  keysOf,
  initial: (key) => ({ key, facts: [] }),
  apply: (view, event) => {
    if (isOneOf(event, TYPES) || event.type === 'BankReplenished') view.facts.push(factOf(event));
  },
  read,
};

function keysOf(event: CoreEvent): readonly string[] {
  if (event.type === 'BankReplenished') return [achievementsKey.replenished(event.data.bank)];
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
    const done = current.filter((fact) => fact.type === 'BankReplenished');
    return { kind, bank: id, done, basis };
  }
  if (kind === 'learner' || kind === 'bank') {
    const listed = keyPart(key, kind === 'learner' ? 2 : 3);
    return { kind, achievement: current.length === 0 ? null : listed, basis };
  }
  return {
    kind: 'achievement',
    achievement: id,
    recorded: current.find((fact) => fact.type === 'AchievementRecorded') ?? null,
    participants: current.filter((fact) => fact.type === 'AchievementParticipantNamed'),
    evidence: current.filter((fact) => fact.type === 'AchievementEvidenced'),
    collectiveEvidence: current.filter((fact) => fact.type === 'CollectiveEvidenced'),
    verified: current.findLast((fact) => fact.type === 'AchievementVerified') ?? null,
    annulled: current.find((fact) => fact.type === 'AchievementAnnulled') ?? null,
    basis,
  };
}
