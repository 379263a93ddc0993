import type { CommendationState } from '../commendation/commendation.ts';
import { commendationDecider } from '../commendation/commendation.ts';
import { enrollmentParts } from '../enrollment/id.ts';
import type { Reading } from '../kernel/reading.ts';
import type { LearnerState } from '../learner/state.ts';
import { learnerDecider } from '../learner/state.ts';
import type { AchievementState } from './state.ts';
import { achievementDecider } from './state.ts';

/** What a result rests on beside its own record, read where the command names it. */
export interface RestsOn {
  /** The learner, where special conditions are granted. */
  readonly learner: LearnerState | null;
  readonly achievement: AchievementState | null;
  readonly award: CommendationState | null;
}

/** Reads what an assessment is said to rest on: nothing where it names nothing. */
export async function readRestsOn(
  reading: Reading,
  asked: {
    readonly enrollment: string;
    readonly basis: { readonly kind: string; readonly id: string | null } | null;
    readonly conditions: readonly string[];
  },
): Promise<RestsOn> {
  const { basis, conditions } = asked;
  const id = basis?.id ?? null;
  const { learner } = enrollmentParts(asked.enrollment);
  const [about, achievement, award] = await Promise.all([
    conditions.length === 0 ? null : reading.load(learnerDecider, learner),
    basis?.kind === 'achievement' && id !== null ? reading.load(achievementDecider, id) : null,
    basis?.kind === 'commendation' && id !== null ? reading.load(commendationDecider, id) : null,
  ]);
  return {
    learner: about?.state ?? null,
    achievement: achievement?.state ?? null,
    award: award?.state ?? null,
  };
}
