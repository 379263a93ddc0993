import { nearestMean, nearestMeanInSteps } from './decimal.ts';
import type { GradingScale } from './grading-scale.ts';

/**
 * The mark of a scale that the mean of some points is rounded to, half up; null for no points, and
 * where no level of the scale has points. The mean itself is exact: only the answer is rounded. Of
 * levels that count as the same points it is the first. Source: order 115 of 2014 p. 5.3
 * (mathematical rounding), RK 1.1.
 *
 * @example
 * meanMark(fivePoint, ['3', '4']); // => '4'
 * meanMark(passFail, ['1']); // => null
 */
export function meanMark(scale: GradingScale, points: readonly string[]): string | null {
  if (points.length === 0) return null;
  if (scale.kind === 'points') return nearestMeanInSteps(points, scale);
  const known = scale.levels.flatMap((level) => level.points ?? []);
  const nearest = nearestMean(points, known);
  if (nearest === null) return null;
  return scale.levels.find((level) => level.points === nearest)?.value ?? null;
}
