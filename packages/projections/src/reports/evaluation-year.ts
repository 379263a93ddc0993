import type { Source } from '../projection/fact.ts';
import { catalogue } from '../views/catalogue.ts';
import type { EnrollmentLife } from '../views/life.ts';
import { selfEvaluation, selfEvaluationKey } from '../views/self-evaluation.ts';
import type { Reading } from './reading.ts';

/** What a number rests on: a learner with the enrollments counted, or a programme. */
export interface Behind {
  readonly kind: 'learner' | 'programme';
  readonly id: string;
  readonly enrollments: readonly string[];
  /** The facts by which it counts. */
  readonly events: readonly Source[];
}

/** A programme as indicators count it. */
export interface CountedProgramme {
  readonly programme: string;
  /** `qualification-improvement`, `professional-retraining`, or null for all others. */
  readonly category: string | null;
  readonly approvedOn: string | null;
  readonly priorityDirection: boolean;
  readonly professionallyAccredited: boolean;
  readonly source: Source;
}

/** One enrollment that was completed in the year. */
export interface TrainedEnrollment {
  readonly life: EnrollmentLife;
  readonly category: string | null;
  /** Its enrollment and its completion. */
  readonly events: readonly Source[];
}

/** Learners and programmes of a calendar year. */
export interface EvaluationYear {
  readonly year: string;
  /** Distinct learners with an enrollment completed in the year. */
  readonly trained: readonly Behind[];
  readonly completions: readonly TrainedEnrollment[];
  /** Programmes in which somebody studied in the year, each with one fact that says so. */
  readonly run: ReadonlyMap<string, Source>;
  readonly programmes: readonly CountedProgramme[];
}

/**
 * Counts a calendar year. The rules, where order 1324 is silent:
 * - *trained* is a learner with an enrollment completed (Completed) on a day of the year; a
 *   discharge is no training. A learner counts once in a line, whatever the number of enrollments,
 *   and in both 1.1 and 1.2 who completed one of either: the parts need not add up to the whole.
 * - *sent by employment services* is a trained learner whose enrollment completed in the year was
 *   made with `sentBy` `employment-service`, whenever that was.
 * - a programme is *run* in the year if study in it had begun for a learner by 31 December and had
 *   not ended before 1 January; leaves are part of study.
 * - a programme is *developed* in the year of its approval (`approvedOn`).
 * - the category of a programme is that of its type in the regulation, as it is called last; one
 *   without a category is no further professional programme and counts in no line of programmes.
 */
export async function yearOf(reading: Reading, year: string): Promise<EvaluationYear> {
  const programmes = await programmesOf(reading);
  const categories = new Map(programmes.map((one) => [one.programme, one.category]));
  const [from, until] = [`${year}-01-01`, `${year}-12-31`];
  const completions: TrainedEnrollment[] = [];
  const run = new Map<string, Source>();
  for await (const found of reading.scan(selfEvaluation, selfEvaluationKey.learner())) {
    if (found.kind !== 'learner') continue;
    for (const life of found.enrollments) {
      const category = categories.get(life.programme) ?? null;
      const done = completionIn(life, from, until);
      if (done !== null) completions.push({ life, category, events: done });
      const first = life.steps[0]?.source;
      const studied = life.study.some(
        (stretch) => stretch.from <= until && (stretch.until === null || stretch.until >= from),
      );
      if (!studied || first === undefined || run.has(life.programme)) continue;
      run.set(life.programme, first);
    }
  }
  return { year, trained: learnersBehind(completions), completions, run, programmes };
}

/** The enrollment and its completion in the period; null: it was not completed then. */
function completionIn(
  { steps }: EnrollmentLife,
  from: string,
  until: string,
): readonly Source[] | null {
  const done = steps.find(({ type, on }) => type === 'Completed' && on >= from && on <= until);
  if (done === undefined) return null;
  const first = steps.find(({ type }) => type === 'Enrolled');
  return first === undefined ? [done.source] : [first.source, done.source];
}

/** The distinct learners of enrollments, by id. */
export function learnersBehind(completions: readonly TrainedEnrollment[]): readonly Behind[] {
  const found = new Map<string, Behind>();
  for (const { life, events } of completions) {
    const held = found.get(life.learner);
    found.set(life.learner, {
      kind: 'learner',
      id: life.learner,
      enrollments: [...(held?.enrollments ?? []), life.enrollment],
      events: [...(held?.events ?? []), ...events],
    });
  }
  return [...found.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

async function programmesOf(reading: Reading): Promise<readonly CountedProgramme[]> {
  const { programmeTypes } = await reading.regulation();
  const programmes: CountedProgramme[] = [];
  for await (const found of reading.scan(catalogue, 'programme/')) {
    if (found.kind !== 'programme' || found.opened === null || found.source === null) continue;
    const { programme, programmeType, approvedOn } = found.opened;
    const { priorityDirection, professionallyAccredited } = found.opened;
    const category = programmeTypes[programmeType]?.category ?? null;
    const { source } = found;
    const flags = { priorityDirection, professionallyAccredited };
    programmes.push({ programme, category, approvedOn, ...flags, source });
  }
  return programmes;
}
