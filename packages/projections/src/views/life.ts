import { factsOn } from '../projection/fact.ts';
import type { LifeEntry, LifeEntryFact, LifeFact } from './life-steps.ts';
import { lifeEntries } from './life-steps.ts';

/** The status of an enrollment; `none` before its first day; `annulled`: as if never made. */
export type LifeStatus =
  | 'none'
  | 'annulled'
  | 'enrolled'
  | 'studying'
  | 'suspended'
  | 'completed'
  | 'discharged';

/** A period of study, both days included; `until` is `null` while it lasts. */
export interface StudyStretch {
  readonly from: string;
  readonly until: string | null;
}

/** One enrollment as of a day. */
export interface EnrollmentLife {
  readonly enrollment: string;
  readonly learner: string;
  readonly programme: string;
  /** The stream of the enrollment. */
  readonly stream: string | null;
  /** Its group, or its last group. */
  readonly group: string | null;
  readonly status: LifeStatus;
  readonly enrolledOn: string | null;
  /** First day of study; may be in the future. */
  readonly studyFrom: string | null;
  /** Who sent the learner; `null` if nobody did. */
  readonly sentBy: string | null;
  /** The day of completion or discharge; `null` if it has not ended. */
  readonly endedOn: string | null;
  readonly honours: string | null;
  /** Reason of a discharge, by code. */
  readonly dischargeReason: string | null;
  /** Periods of study, leaves included. */
  readonly study: readonly StudyStretch[];
  /** Every step that counts, with its ground, in the order of their days. */
  readonly steps: readonly LifeFact[];
  /** Every step as it was entered, annulled ones among them, in the same order. RK 1.8. */
  readonly entries: readonly LifeEntry[];
}

/**
 * Derives the enrollments from a list of steps, as of a day (`null`: with all that is known), in
 * the order of their first entries.
 */
export function livesOf(
  facts: readonly LifeEntryFact[],
  on: string | null,
): readonly EnrollmentLife[] {
  const found = new Map<string, LifeEntryFact[]>();
  for (const fact of factsOn(facts, on)) {
    const own = found.get(fact.data.enrollment);
    if (own === undefined) found.set(fact.data.enrollment, [fact]);
    else own.push(fact);
  }
  return [...found.values()].map((own) => lifeOf(own, on));
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function lifeOf(facts: readonly LifeEntryFact[], on: string | null): EnrollmentLife {
  const entries = lifeEntries(facts, on);
  const steps = entries.flatMap(({ step, annulled }) => (annulled === null ? [step] : []));
  const [first] = facts;
  const life: Mutable<EnrollmentLife> = {
    enrollment: first?.data.enrollment ?? '',
    learner: first?.data.learner ?? '',
    programme: first?.data.programme ?? '',
    stream: first?.source.stream ?? null,
    group: null,
    status: steps.length === 0 && entries.length > 0 ? 'annulled' : 'none',
    enrolledOn: null,
    studyFrom: null,
    sentBy: null,
    endedOn: null,
    honours: null,
    dischargeReason: null,
    study: [],
    steps,
    entries,
  };
  const study: Mutable<StudyStretch>[] = [];
  for (const step of steps) advance(life, study, step);
  const begun = life.studyFrom !== null && (on === null || life.studyFrom <= on);
  if (life.status === 'enrolled' && begun) life.status = 'studying';
  return { ...life, study };
}

function advance(
  life: Mutable<EnrollmentLife>,
  study: Mutable<StudyStretch>[],
  step: LifeFact,
): void {
  switch (step.type) {
    case 'Enrolled':
      life.group = step.data.group;
      life.status = 'enrolled';
      life.enrolledOn = step.on;
      life.sentBy = step.data.sentBy;
      if (step.data.studyFrom !== null) beginStudy(life, study, step.data.studyFrom);
      return;
    case 'StudyStarted':
      return beginStudy(life, study, step.on);
    case 'Transferred':
      life.group = step.data.toGroup;
      return;
    case 'Suspended':
      life.status = 'suspended';
      return;
    case 'Reinstated':
      if (life.endedOn !== null && life.studyFrom !== null) {
        const from = life.studyFrom > step.on ? life.studyFrom : step.on;
        study.push({ from, until: null });
      }
      life.group = step.data.group;
      life.status = 'enrolled';
      life.endedOn = life.dischargeReason = null;
      return;
    case 'Completed':
      life.honours = step.data.honours;
      return end(life, study, step, 'completed');
    case 'Discharged':
      life.dischargeReason = step.data.reason;
      return end(life, study, step, 'discharged');
  }
}

function beginStudy(
  life: Mutable<EnrollmentLife>,
  study: Mutable<StudyStretch>[],
  from: string,
): void {
  life.studyFrom = from;
  study.splice(0, study.length, { from, until: null });
}

/** A discharge before the first day of study leaves no period of study. */
function end(
  life: Mutable<EnrollmentLife>,
  study: Mutable<StudyStretch>[],
  { on, data: { group } }: LifeFact & { type: 'Completed' | 'Discharged' },
  status: LifeStatus,
): void {
  Object.assign(life, { group, status, endedOn: on });
  const last = study.at(-1);
  if (last === undefined || last.until !== null) return;
  if (last.from > on) study.pop();
  else last.until = on;
}
