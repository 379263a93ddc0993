import { resultsThatCount } from '@letopis/core/facts';
import { compareDecimals } from '@letopis/core/values';
import type { Computed } from './annex-6-computed.ts';
import { learnersBehind } from './evaluation-year.ts';
import type { EvaluationYear } from './evaluation-year.ts';
import { countingBy, resultsByEnrollment } from './group-marks.ts';
import type { Reading } from './reading.ts';
import type { YearLearner } from './year-learners.ts';
import { behindOf, learnersOf, participants, participationsIn } from './year-learners.ts';

/** Kinds of assessment that are the interim attestation of a school. */
const INTERIM: ReadonlySet<string> = new Set(['interim', 'year']);

const LEVELS = { '1.2': 'primary', '1.3': 'basic', '1.4': 'secondary' } as const;
const CONTESTS = { '1.19.1': 'regional', '1.19.2': 'federal', '1.19.3': 'international' } as const;

/**
 * The indicators of annex 2 that can be computed from events, by number: 1.1 to 1.5, 1.16 to 1.19.
 * The rules where order 1324 is silent:
 * - A learner counts in 1.1 who studied in the year, once; in 1.2 to 1.4 by the level of the
 *   programme, so that one who went from one level to the next counts in both.
 * - 1.5 counts who has interim results (kinds `interim`, `year`) on days of the year, and of each
 *   that counts a mark of 4 points or more. A passed result without points is left out.
 * - In 1.16 and 1.17 the leavers are those who completed a programme of the level in the year; with
 *   distinction are those completed with honours. Who left without an attestat (1.14, 1.15) is told
 *   by no fact, and is entered.
 * - In 1.18 and 1.19 a learner counts once in each level, and once in the sum over levels.
 */
export async function annex2Computed(
  reading: Reading,
  counted: EvaluationYear,
): Promise<Readonly<Record<string, Computed>>> {
  const { year, programmes, completions } = counted;
  const learners = await learnersOf(reading, counted);
  const of = learners.length;
  const levels = new Map(programmes.map(({ programme, level }) => [programme, level]));
  const atLevel = (level: string): Computed => {
    const who = learners.flatMap((one) => {
      const lives = one.lives.filter(({ programme }) => levels.get(programme) === level);
      return lives.length === 0 ? [] : [behindOf({ ...one, lives })];
    });
    return { counted: who, of: null };
  };
  const withHonours = (level: string): Computed => {
    const leavers = completions.filter(({ life }) => levels.get(life.programme) === level);
    const honoured = leavers.filter(({ life }) => life.honours !== null);
    return { counted: learnersBehind(honoured), of: learnersBehind(leavers).length };
  };
  const all = await participationsIn(reading, year);
  const prizes = all.filter(({ prize }) => prize);
  const good = await goodLearners(reading, learners, year);
  return {
    '1.1': { counted: learners.map((one) => behindOf(one)), of: null },
    ...mapped(LEVELS, atLevel),
    '1.5': { counted: good.map((one) => behindOf(one)), of },
    '1.16': withHonours('basic'),
    '1.17': withHonours('secondary'),
    '1.18': { counted: participants(learners, all), of },
    '1.19': { counted: participants(learners, prizes), of },
    ...mapped(CONTESTS, (level) => {
      const own = prizes.filter((one) => one.level === level);
      return { counted: participants(learners, own), of };
    }),
  };
}

const mapped = (
  numbers: Readonly<Record<string, string>>,
  compute: (level: string) => Computed,
): Readonly<Record<string, Computed>> =>
  Object.fromEntries(Object.entries(numbers).map(([number, level]) => [number, compute(level)]));

async function goodLearners(
  reading: Reading,
  learners: readonly YearLearner[],
  year: string,
): Promise<readonly YearLearner[]> {
  const { editions } = await reading.regulation();
  const { isAttestation, isExcused } = countingBy(editions);
  const last = `${year}-12-31`;
  const found: YearLearner[] = [];
  for (const learner of learners) {
    let [good, bad] = [0, 0];
    for (const id of learner.ids) {
      for (const results of (await resultsByEnrollment(reading, id)).values()) {
        for (const one of resultsThatCount(results, isAttestation, last, isExcused)) {
          if (!INTERIM.has(one.countsFor.kind) || !one.on.startsWith(year)) continue;
          const { value } = one.record;
          const mark = value !== null && 'mark' in value ? value.mark : null;
          const points = mark?.points ?? null;
          if (points !== null && compareDecimals(points, '4') >= 0) good += 1;
          else if (points !== null || mark?.passes === false || one.outcome === 'absent') bad += 1;
        }
      }
    }
    if (good > 0 && bad === 0) found.push(learner);
  }
  return found;
}
