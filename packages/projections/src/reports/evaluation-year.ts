import type { Source } from '../projection/fact.ts';
import { catalogue } from '../views/catalogue.ts';
import type { EnrollmentLife } from '../views/life.ts';
import { selfEvaluation, selfEvaluationKey } from '../views/self-evaluation.ts';
import { OnePerson } from './one-person.ts';
import type { Reading } from './reading.ts';

/** A record that an indicator counts: a learner with the enrollments counted, or a programme. */
export interface IndicatorBasis {
  readonly kind: 'learner' | 'programme';
  /** Id of the programme or learner; of a person with linked ids, the first of all. */
  readonly id: string;
  /** The other ids of the same person, which are linked with it; absent: there are none. */
  readonly linked?: readonly string[];
  readonly enrollments: readonly string[];
  /** The facts that make it count. */
  readonly events: readonly Source[];
}

/** A programme with what the indicators need of it. */
export interface CountedProgramme {
  readonly programme: string;
  /** `qualification-improvement` or `professional-retraining`; `null` for any other programme. */
  readonly category: string | null;
  /** Level of education: `primary`, `basic`, `secondary`; `null`: none. */
  readonly level: string | null;
  readonly approvedOn: string | null;
  readonly priorityDirection: boolean;
  readonly professionallyAccredited: boolean;
  readonly source: Source;
}

/** One enrollment that was completed in the year. */
export interface TrainedEnrollment {
  readonly life: EnrollmentLife;
  /** All ids of the learner's person, in plain string order. */
  readonly ids: readonly string[];
  readonly category: string | null;
  /** Its enrollment and its completion. */
  readonly events: readonly Source[];
}

/** Learners and programmes of a calendar year. */
export interface EvaluationYear {
  readonly year: string;
  /** Distinct learners with an enrollment completed in the year; linked ids are one. */
  readonly trained: readonly IndicatorBasis[];
  readonly completions: readonly TrainedEnrollment[];
  /** Programmes in which somebody studied in the year, each with one fact that shows it. */
  readonly run: ReadonlyMap<string, Source>;
  /** Enrollments in which somebody studied in the year, leaves included. */
  readonly studied: readonly EnrollmentLife[];
  readonly programmes: readonly CountedProgramme[];
}

/**
 * Counts a calendar year. The rules where order 1324 is silent:
 * - A learner is *trained* if an enrollment of theirs was completed (`Completed`) on a day of the
 *   year. A discharge does not count. A learner counts once in each indicator, whatever the number
 *   of enrollments, and in both 1.1 and 1.2 if they completed one of each; so the parts need not
 *   add up to the whole. Linked ids are one learner, as known on the day of the page.
 * - A learner is *sent by employment services* if the enrollment that was completed in the year was
 *   made with `sentBy` `employment-service`, in whatever year.
 * - A learner *studies* in the year if study in an enrollment of theirs had begun by 31 December
 *   and had not ended before 1 January. Leaves are part of study.
 * - A programme is *run* in the year if study in it had begun for a learner by 31 December and had
 *   not ended before 1 January. Leaves are part of study.
 * - A programme is *developed* in the year of its approval (`approvedOn`).
 * - The category of a programme is that of its type in the newest regulation. A programme without a
 *   category is not further professional education, and counts in no indicator of programmes.
 */
export async function yearOf(reading: Reading, year: string): Promise<EvaluationYear> {
  const programmes = await programmesOf(reading);
  const categories = new Map(programmes.map((one) => [one.programme, one.category]));
  const [from, until] = [`${year}-01-01`, `${year}-12-31`];
  const completions: TrainedEnrollment[] = [];
  const run = new Map<string, Source>();
  const studying: EnrollmentLife[] = [];
  const persons = new OnePerson((id) => reading.card(id));
  for await (const found of reading.scan(selfEvaluation, selfEvaluationKey.learner())) {
    if (found.kind !== 'learner') continue;
    for (const life of found.enrollments) {
      const category = categories.get(life.programme) ?? null;
      const done = completionIn(life, from, until);
      if (done !== null) {
        const ids = await persons.idsOf(life.learner);
        completions.push({ life, ids, category, events: done });
      }
      const first = life.steps[0]?.source;
      const studied = life.study.some(
        (stretch) => stretch.from <= until && (stretch.until === null || stretch.until >= from),
      );
      if (!studied || first === undefined) continue;
      studying.push(life);
      if (run.has(life.programme)) continue;
      run.set(life.programme, first);
    }
  }
  const trained = learnersBehind(completions);
  return { year, trained, completions, run, studied: studying, programmes };
}

/** The enrollment and its completion in the period; `null` if it was not completed then. */
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

/** The distinct persons of some enrollments, by id. */
export function learnersBehind(
  completions: readonly TrainedEnrollment[],
): readonly IndicatorBasis[] {
  const found = new Map<string, IndicatorBasis>();
  for (const { life, ids, events } of completions) {
    const [id = life.learner, ...linked] = ids;
    const before = found.get(id);
    found.set(id, {
      kind: 'learner',
      id,
      ...(linked.length === 0 ? {} : { linked }),
      enrollments: [...(before?.enrollments ?? []), life.enrollment],
      events: [...(before?.events ?? []), ...events],
    });
  }
  return [...found.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

async function programmesOf(reading: Reading): Promise<readonly CountedProgramme[]> {
  const { programmeTypes } = await reading.regulation();
  const programmes: CountedProgramme[] = [];
  for await (const found of reading.scan(catalogue, 'programme/')) {
    if (found.kind !== 'programme' || found.opened === null || found.source === null) continue;
    const { programme, programmeType, level, approvedOn } = found.opened;
    const { priorityDirection, professionallyAccredited } = found.opened;
    const category = programmeTypes[programmeType]?.category ?? null;
    const { source } = found;
    const flags = { priorityDirection, professionallyAccredited };
    programmes.push({ programme, category, level, approvedOn, ...flags, source });
  }
  return programmes;
}
