import type { Computed } from './annex-6-computed.ts';
import type { EvaluationYear, IndicatorBasis } from './evaluation-year.ts';
import type { Reading } from './reading.ts';
import type { YearLearner } from './year-learners.ts';
import {
  behindOf,
  isInTwoGroups,
  learnersOf,
  participants,
  participationsIn,
} from './year-learners.ts';

/** Bands of full years; each includes its first year and not the first one of the next. */
const BANDS = [
  ['1.1.1', 3, 7],
  ['1.1.2', 7, 11],
  ['1.1.3', 11, 15],
  ['1.1.4', 15, 18],
] as const;

const LEVELS = ['municipal', 'regional', 'interregional', 'federal', 'international'] as const;

const numberOf = (who: readonly YearLearner[]): Computed => ({
  counted: who.map((one) => behindOf(one)),
  of: null,
});

/**
 * The indicators of annex 5 that can be computed from events, by number: 1.1 with the ages, 1.3,
 * 1.6.1, 1.8 and 1.9. The rules where order 1324 is silent:
 * - A learner counts in 1.1 who studied in the year, once. All shares are of these.
 * - Ages are full years on `agesOn`, by default 1 January of the next year (form 1-ДОД). Bands
 *   share their borders in the act: here a learner of 7 is in 7-11. One without a birth date on
 *   record is in no band and is named as undecided; so the bands need not add up to 1.1.
 * - 1.3 counts who was in two groups on one day.
 * - 1.6.1 counts who had special needs on record on a day of the year, and does not name them.
 * - In 1.8 and 1.9 a learner counts once in each level, and once in the sum over levels.
 */
export async function annex5Computed(
  reading: Reading,
  counted: EvaluationYear,
  agesOn = `${Number(counted.year) + 1}-01-01`,
): Promise<Readonly<Record<string, Computed>>> {
  const { year } = counted;
  const learners = await learnersOf(reading, counted);
  const of = learners.length;
  const all = await participationsIn(reading, year);
  const prizes = all.filter(({ prize }) => prize);
  const byLevel = (first: string, among: typeof all): Record<string, Computed> =>
    Object.fromEntries(
      LEVELS.map((level, index) => {
        const own = among.filter((one) => one.level === level);
        return [`${first}.${index + 1}`, { counted: participants(learners, own), of }];
      }),
    );
  const needs = await withNeeds(reading, learners, year);
  return {
    '1.1': numberOf(learners),
    ...(await byAge(reading, learners, agesOn)),
    '1.3': { ...numberOf(learners.filter((one) => isInTwoGroups(one, year))), of },
    '1.6.1': { ...numberOf(needs), of, unnamed: true },
    '1.8': { counted: participants(learners, all), of },
    ...byLevel('1.8', all),
    '1.9': { counted: participants(learners, prizes), of },
    ...byLevel('1.9', prizes),
  };
}

async function byAge(
  reading: Reading,
  learners: readonly YearLearner[],
  agesOn: string,
): Promise<Readonly<Record<string, Computed>>> {
  const bands = new Map<string, IndicatorBasis[]>(BANDS.map(([number]) => [number, []]));
  const undecided: IndicatorBasis[] = [];
  for (const learner of learners) {
    const age = await ageOf(reading, learner, agesOn);
    const band = BANDS.find(([, from, until]) => age !== null && age >= from && age < until);
    if (age === null) undecided.push(behindOf(learner));
    else if (band !== undefined) bands.get(band[0])?.push(behindOf(learner));
  }
  const none = undecided.length === 0 ? {} : { undecided };
  return Object.fromEntries(
    [...bands].map(([number, list]) => [number, { counted: list, of: null, ...none }]),
  );
}

/** Full years on a day; `null` where no birth date is on record under any id of the person. */
async function ageOf(reading: Reading, { ids }: YearLearner, day: string): Promise<number | null> {
  for (const id of ids) {
    const birthDate = (await reading.person(id))?.birthDate ?? null;
    if (birthDate === null || !('value' in birthDate)) continue;
    const { value: born } = birthDate;
    const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
    return day.slice(5) < born.slice(5) ? years - 1 : years;
  }
  return null;
}

async function withNeeds(
  reading: Reading,
  learners: readonly YearLearner[],
  year: string,
): Promise<readonly YearLearner[]> {
  const found: YearLearner[] = [];
  for (const learner of learners) {
    for (const id of learner.ids) {
      const statuses = (await reading.card(id))?.statuses ?? [];
      const has = statuses.some(
        ({ status, recorded, ended, annulled }) =>
          status === 'special-needs' &&
          annulled === null &&
          recorded.on <= `${year}-12-31` &&
          (recorded.data.until ?? `${year}-01-01`) >= `${year}-01-01` &&
          (ended === null || ended.on > `${year}-01-01`),
      );
      if (!has) continue;
      found.push(learner);
      break;
    }
  }
  return found;
}
