import type { CoreEvent } from '@letopis/core';
import type { Answered, Fact } from '../projection/fact.ts';
import { basisOf, factOf, isOneOf, standing } from '../projection/fact.ts';
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

/** An achievement with all that stands on it. D12. */
export interface AchievementRecord extends Answered {
  readonly kind: 'achievement';
  readonly achievement: string;
  readonly recorded: Fact<'AchievementRecorded'> | null;
  readonly participants: readonly Fact<'AchievementParticipantNamed'>[];
  /** Documents of learners; their words stand in the view of people. */
  readonly evidence: readonly Fact<'AchievementEvidenced'>[];
  /** Documents of a collective or of the institution. */
  readonly collectiveEvidence: readonly Fact<'CollectiveEvidenced'>[];
  readonly verified: Fact<'AchievementVerified'> | null;
  readonly annulled: Fact<'AchievementAnnulled'> | null;
}

/** That a learner took part, or that a bank holds an achievement of a month. */
export interface AchievementListed extends Answered {
  readonly kind: 'learner' | 'bank';
  /** Null: not there yet on that day. */
  readonly achievement: string | null;
}

/** The replenishments of one bank, in the order of the log. R3 §3.5. */
export interface BankReplenishments extends Answered {
  readonly kind: 'replenished';
  readonly bank: string;
  readonly done: readonly Fact<'BankReplenished'>[];
}

/** What a partition of achievements says, told apart by `kind`. */
export type AchievementsAnswer = AchievementRecord | AchievementListed | BankReplenishments;

/** A partition of achievements: its facts in the order of the log. */
export interface AchievementsView {
  readonly key: string;
  readonly facts: (AchievementFact | Fact<'BankReplenished'>)[];
}

/** Whose an achievement is: a learner's, a group's, the institution's. */
export type AchievementHolder = Fact<'AchievementRecorded'>['data']['holder'];

/** Keys of the partitions; a prefix leaves out the last parts. */
export const achievementsKey = {
  achievement: (achievement: string): string => partitionKey('achievement', achievement),
  learner: (learner: string, achievement = ''): string =>
    partitionKey('learner', learner, achievement),
  /** Of a holder, by the month of the achievement: a bank's half-year is six of them. */
  bank: (holder: AchievementHolder, month: string, achievement = ''): string =>
    partitionKey('bank', holder, month, achievement),
  replenished: (bank: string): string => partitionKey('replenished', bank),
};

/**
 * Achievements and their banks (P5, P6, R3 §3.4-3.6, R5 §3.2.2). Keys: `achievement/<id>` holds one
 * in full, `learner/<learner>/<id>` and `bank/<holder>/<YYYY-MM>/<id>` list them,
 * `replenished/<bank>` says for which half-years a bank was replenished.
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
  const held = standing(facts, on);
  const basis = basisOf(held);
  const kind = keyPart(key, 0);
  const id = keyPart(key, 1);
  if (kind === 'replenished') {
    const done = held.filter((fact) => fact.type === 'BankReplenished');
    return { kind, bank: id, done, basis };
  }
  if (kind === 'learner' || kind === 'bank') {
    const listed = keyPart(key, kind === 'learner' ? 2 : 3);
    return { kind, achievement: held.length === 0 ? null : listed, basis };
  }
  return {
    kind: 'achievement',
    achievement: id,
    recorded: held.find((fact) => fact.type === 'AchievementRecorded') ?? null,
    participants: held.filter((fact) => fact.type === 'AchievementParticipantNamed'),
    evidence: held.filter((fact) => fact.type === 'AchievementEvidenced'),
    collectiveEvidence: held.filter((fact) => fact.type === 'CollectiveEvidenced'),
    verified: held.findLast((fact) => fact.type === 'AchievementVerified') ?? null,
    annulled: held.find((fact) => fact.type === 'AchievementAnnulled') ?? null,
    basis,
  };
}
