import type {
  IndicatorBasis,
  CountedProgramme,
  EvaluationYear,
  TrainedEnrollment,
} from './evaluation-year.ts';
import { learnersBehind } from './evaluation-year.ts';

/** A computed value: the count, the total for a share, and the records counted. */
export interface Computed {
  readonly counted: readonly IndicatorBasis[];
  /** The total that the share is taken of; `null` if the indicator has no share. */
  readonly of: number | null;
  /** Those of whom it is not known whether they count; absent: none. */
  readonly undecided?: readonly IndicatorBasis[];
  /** True if the report must not name whom it counts: a page would tell of their health. */
  readonly unnamed?: boolean;
}

const IMPROVEMENT = 'qualification-improvement';
const RETRAINING = 'professional-retraining';

/**
 * The indicators of annex 6 that can be computed from events (1.1 to 1.7), by number. Source: order
 * 1324.
 */
export function annex6Computed(counted: EvaluationYear): Readonly<Record<string, Computed>> {
  const { year, run } = counted;
  const further = counted.programmes.filter(
    ({ category }) => category === IMPROVEMENT || category === RETRAINING,
  );
  const running = further.filter(({ programme }) => run.has(programme));
  const developed = further.filter(({ approvedOn }) => approvedOn?.startsWith(`${year}-`));
  const ofCategory = (list: readonly CountedProgramme[], category: string): Computed =>
    programmes(
      counted,
      list.filter((one) => one.category === category),
      null,
    );
  return {
    '1.1': learners(counted, ({ category }) => category === IMPROVEMENT),
    '1.2': learners(counted, ({ category }) => category === RETRAINING),
    '1.3': learners(counted, ({ life }) => life.sentBy === 'employment-service'),
    '1.4': programmes(counted, running, null),
    '1.4.1': ofCategory(running, IMPROVEMENT),
    '1.4.2': ofCategory(running, RETRAINING),
    '1.5': programmes(counted, developed, null),
    '1.5.1': ofCategory(developed, IMPROVEMENT),
    '1.5.2': ofCategory(developed, RETRAINING),
    '1.6': programmes(
      counted,
      running.filter(({ priorityDirection }) => priorityDirection),
      running.length,
    ),
    '1.7': programmes(
      counted,
      running.filter(({ professionallyAccredited }) => professionallyAccredited),
      running.length,
    ),
  };
}

function learners(
  { completions, trained }: EvaluationYear,
  counts: (enrollment: TrainedEnrollment) => boolean,
): Computed {
  return { counted: learnersBehind(completions.filter(counts)), of: trained.length };
}

function programmes(
  { run }: EvaluationYear,
  list: readonly CountedProgramme[],
  of: number | null,
): Computed {
  const behind = list.map(({ programme, source }): IndicatorBasis => {
    const studied = run.get(programme);
    const events = studied === undefined ? [source] : [source, studied];
    return { kind: 'programme', id: programme, enrollments: [], events };
  });
  return { counted: behind, of };
}
