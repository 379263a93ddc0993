import type { Reading } from '../../../kernel/reading.ts';
import { learnerFold } from '../../../people/learner/facts/state.ts';
import { enrollmentParts } from '../../../study/enrollment/facts/questions.ts';
import { commendationFold } from '../../commendation/facts/state.ts';
import type { ResultBasis } from './questions.ts';
import { achievementFold } from './state.ts';

/**
 * Reads the states that an assessment names as its basis or conditions. Loads nothing that it does
 * not name.
 */
export async function readResultBasis(
  reading: Reading,
  asked: {
    readonly enrollment: string;
    readonly basis: { readonly kind: string; readonly id: string | null } | null;
    readonly conditions: readonly string[];
  },
): Promise<ResultBasis> {
  const { basis, conditions } = asked;
  const id = basis?.id ?? null;
  const { learner } = enrollmentParts(asked.enrollment);
  const [about, achievement, award] = await Promise.all([
    conditions.length === 0 ? null : reading.load(learnerFold, learner),
    basis?.kind === 'achievement' && id !== null ? reading.load(achievementFold, id) : null,
    basis?.kind === 'commendation' && id !== null ? reading.load(commendationFold, id) : null,
  ]);
  return {
    learner: about?.state ?? null,
    achievement: achievement?.state ?? null,
    commendation: award?.state ?? null,
  };
}
