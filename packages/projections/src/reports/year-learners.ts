import { lastEdition } from '@letopis/core/facts';
import type { Source } from '../projection/fact.ts';
import type { EnrollmentLife, StudyStretch } from '../views/life.ts';
import { achievementsIn } from './achievements-in.ts';
import type { EvaluationYear, IndicatorBasis } from './evaluation-year.ts';
import { OnePerson } from './one-person.ts';
import type { Reading } from './reading.ts';

/** A learner who studies in the year: one person, whatever the number of ids and enrollments. */
export interface YearLearner {
  readonly id: string;
  /** All ids of the person, in plain string order. */
  readonly ids: readonly string[];
  readonly lives: readonly EnrollmentLife[];
}

/** The learners of a year: whoever studied in it, each once. Linked ids are one learner. */
export async function learnersOf(
  reading: Reading,
  { studied }: Pick<EvaluationYear, 'studied'>,
): Promise<readonly YearLearner[]> {
  const persons = new OnePerson((id) => reading.card(id));
  const found = new Map<string, YearLearner>();
  for (const life of studied) {
    const ids = await persons.idsOf(life.learner);
    const [id = life.learner] = ids;
    found.set(id, { id, ids, lives: [...(found.get(id)?.lives ?? []), life] });
  }
  return [...found.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** A learner as a record behind a number, with the enrollments and the facts that count. */
export function behindOf(
  { id, ids, lives }: YearLearner,
  events: readonly Source[] = lives.flatMap(({ steps }) => steps.slice(0, 1)).map(sourceOf),
): IndicatorBasis {
  const linked = ids.filter((one) => one !== id);
  const enrollments = lives.map(({ enrollment }) => enrollment);
  return { kind: 'learner', id, ...(linked.length === 0 ? {} : { linked }), enrollments, events };
}

const sourceOf = ({ source }: { readonly source: Source }): Source => source;

/**
 * Whether two enrollments of a learner in different groups share a day of the year: the learner is
 * in two groups at once.
 */
export function isInTwoGroups({ lives }: YearLearner, year: string): boolean {
  const days = lives.flatMap(({ group, study }) =>
    study.map((stretch) => ({ group, ...within(stretch, year) })),
  );
  return days.some((one, index) =>
    days
      .slice(index + 1)
      .some((two) => one.group !== two.group && one.from <= two.until && two.from <= one.until),
  );
}

function within({ from, until }: StudyStretch, year: string) {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  return {
    from: from < first ? first : from,
    until: until === null || until > last ? last : until,
  };
}

/** Kinds of achievement that are no event in which somebody takes part. */
const NO_EVENTS: ReadonlySet<string> = new Set([
  'gto',
  'champion-status',
  'volunteering',
  'self-government',
]);

/** Part in an event of the year. */
export interface Participation {
  readonly learner: string;
  /** Level of the indicators: `municipal`, … */
  readonly level: string;
  readonly prize: boolean;
  readonly source: Source;
}

/**
 * Who took part in events of the year, at which level, and whether with a prize. An event belongs
 * to the year of its day. Each named member of a team counts. Levels and prizes are those of the
 * newest regulation (`achievements.levels`, `outcomes`); a level that counts in no indicator is
 * left out, and so is what is no event. Annulled achievements do not count; whether one was
 * verified does not matter.
 */
export async function participationsIn(
  reading: Reading,
  year: string,
): Promise<readonly Participation[]> {
  const { editions } = await reading.regulation();
  const rules = lastEdition(editions)?.rules.achievements;
  const levels = new Map(rules?.levels.map((one) => [one.id, one.indicatorLevel]) ?? []);
  const prizes = new Set(rules?.outcomes.filter(({ prize }) => prize).map(({ id }) => id) ?? []);
  const period = { from: `${year}-01-01`, until: `${year}-12-31` };
  const found: Participation[] = [];
  for (const holder of ['learner', 'group', 'institution'] as const) {
    for (const { recorded, record } of await achievementsIn(reading, holder, period)) {
      const { level: id, outcome, kind } = recorded.data;
      const level = levels.get(id) ?? null;
      if (level === null || NO_EVENTS.has(kind)) continue;
      const prize = prizes.has(outcome);
      for (const { data, source } of record.participants) {
        found.push({ learner: data.learner, level, prize, source });
      }
    }
  }
  return found;
}

/** The learners among some participations, each once, with the facts that make them count. */
export function participants(
  learners: readonly YearLearner[],
  all: readonly Participation[],
): readonly IndicatorBasis[] {
  const whose = new Map(learners.flatMap(({ id, ids }) => ids.map((one) => [one, id] as const)));
  const byLearner = Map.groupBy(all, (one) => whose.get(one.learner));
  return learners.flatMap((learner) => {
    const own = byLearner.get(learner.id) ?? [];
    return own.length === 0 ? [] : [behindOf(learner, own.map(sourceOf))];
  });
}
