import { addDecimals, meanOfDecimals } from '@letopis/core/values';
import { outcomes, outcomesKey } from '../views/outcomes.ts';
import type { Stay } from '../views/stay.ts';
import { countingBy, marksInGroup, resultsByEnrollment } from './group-marks.ts';
import { OnePerson } from './one-person.ts';
import type { ViewReader } from './reader.ts';
import type { PageBasis } from './reading.ts';
import { Reading } from './reading.ts';

/** The outcomes of study in a group, as counts. */
export interface GroupOutcomes {
  readonly basis: PageBasis;
  readonly group: string;
  readonly title: string | null;
  readonly programme: string | null;
  /** Enrollments that were ever in the group. */
  readonly enrollments: number;
  /** The persons behind them: linked ids are one, whatever the number of their enrollments. */
  readonly learners: number;
  /** Of them: transferred from another group, transferred to another, still in the group. */
  readonly transferredIn: number;
  readonly transferredOut: number;
  readonly open: number;
  /** Completed in this group, with and without honours; and with honours, by code. */
  readonly completed: number;
  readonly honours: Readonly<Record<string, number>>;
  /** Discharged from this group, in total and by reason. */
  readonly discharged: number;
  readonly dischargedBy: Readonly<Record<string, number>>;
  /** Marks in force, the passing ones of them, and the ones that count in averages. */
  readonly marks: number;
  readonly marksPassed: number;
  readonly marksWithPoints: number;
  /** Exact decimals; the mean is `null` if no mark counts. */
  readonly pointsSum: string;
  readonly meanMark: string | null;
}

/** Digits after the point of the mean mark. */
const MEAN_PLACES = 2;

/**
 * Counts the outcomes of one group. An enrollment counts by its last stay in the group. Of each
 * attestation the mark in force counts, as corrected: a failed one that was retaken does not, nor
 * does an annulled one; credits are not marks. It counts in one group, that of the first result, as
 * a retake after a move counts for the subject of what it repeats. Reads the views `outcomes` and
 * `personalFile`. RK 1.3, P11, R1 §6.4, R4 §4.6.
 */
export async function outcomesReport(
  reader: ViewReader,
  { group }: { readonly group: string },
): Promise<GroupOutcomes> {
  const reading = new Reading(reader);
  const opened = (await reading.group(group))?.opened ?? null;
  const last = new Map<string, Stay>();
  const arrivals = new Set<string>();
  const learners = new Set<string>();
  const points: string[] = [];
  let [marks, marksPassed] = [0, 0];
  let pointsSum = '0';
  const { editions } = await reading.regulation();
  const counting = countingBy(editions);
  for await (const learner of reading.scan(outcomes, outcomesKey(group))) {
    for (const stay of learner.stays) {
      last.set(stay.enrollment, stay);
      learners.add(learner.learner);
      if (stay.arrival.by === 'transferred') arrivals.add(stay.enrollment);
    }
    const results =
      learner.assessed.length === 0 ? null : await resultsByEnrollment(reading, learner.learner);
    const counted = learner.assessed.flatMap((enrollment) =>
      marksInGroup(results?.get(enrollment) ?? [], group, counting, reading.on),
    );
    const own = counted.map((mark) => mark.points).filter((mark) => mark !== null);
    marks += counted.length;
    marksPassed += counted.filter(({ passes }) => passes).length;
    points.push(...own);
    pointsSum = addDecimals(pointsSum, ...own);
  }
  const stays = [...last.values()];
  const left = (by: string): readonly Stay[] =>
    stays.filter(({ departure }) => departure?.by === by);
  return {
    group,
    title: opened?.title ?? null,
    programme: opened?.programme ?? null,
    enrollments: stays.length,
    learners: await new OnePerson((id) => reading.card(id)).count(learners),
    transferredIn: arrivals.size,
    transferredOut: left('transferred').length,
    open: stays.filter(({ departure }) => departure === null).length,
    completed: left('completed').length,
    honours: countBy(left('completed').map(({ departure }) => departure?.honours ?? null)),
    discharged: left('discharged').length,
    dischargedBy: countBy(left('discharged').map(({ departure }) => departure?.reason ?? null)),
    marks,
    marksPassed,
    marksWithPoints: points.length,
    pointsSum,
    meanMark: meanOfDecimals(points, MEAN_PLACES),
    basis: reading.basis(),
  };
}

function countBy(codes: readonly (string | null)[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const code of codes) if (code !== null) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}
