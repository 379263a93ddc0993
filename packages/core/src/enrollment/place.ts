import type { EnrollmentState, LifeFact } from './state.ts';

/** Where a learner stands on a day: in which group, and whether they study. */
export interface Place {
  readonly status: 'not-enrolled' | 'not-begun' | 'studying' | 'suspended' | 'ended';
  /** Null where not yet enrolled. */
  readonly group: string | null;
  /** From which day on; null where not yet enrolled. */
  readonly since: string | null;
}

/**
 * Where the learner stands on a day. Facts may be dated ahead, so the answer is computed for each
 * day: it rests on the facts dated up to that day alone. From the day of completion or discharge on
 * it is `ended`. Source: D4, R1 §3.2.
 *
 * @example
 * placeOn(enrollmentDecider.initial(), '2026-09-01').status; // => 'not-enrolled'
 */
export function placeOn(state: EnrollmentState, day: string): Place {
  return placeAt(state, day, (fact) => fact.on <= day);
}

/**
 * The same, for a result of that day: the day of completion or discharge is still a day of study,
 * for an examination may be held on the very day of the order. Source: D4.
 */
export function studyOn(state: EnrollmentState, day: string): Place {
  return placeAt(state, day, (f) => f.on < day || (f.on === day && f.phase !== 'ended'));
}

const NOWHERE: Place = { status: 'not-enrolled', group: null, since: null };

function placeAt(
  state: Pick<EnrollmentState, 'line' | 'studyFrom'>,
  day: string,
  counts: (fact: LifeFact) => boolean,
): Place {
  const fact = state.line.findLast(counts);
  if (fact === undefined) return NOWHERE;
  const { phase, group, on } = fact;
  if (phase !== 'open') return { status: phase, group, since: on };
  const { studyFrom } = state;
  if (studyFrom === null || studyFrom > day) return { status: 'not-begun', group, since: on };
  return { status: 'studying', group, since: studyFrom > on ? studyFrom : on };
}

/** May a result of this day stand: a mark while studying, a credit from enrollment to the end? */
export function standsIn(place: Place, credited: boolean): boolean {
  if (place.status === 'studying') return true;
  return credited && (place.status === 'not-begun' || place.status === 'suspended');
}

/**
 * Does this enrollment hold a place on some day from this one on, in this group (null: in any)? One
 * that is entered as ended later counts too, for a new one would stand beside it until then.
 */
export function isOpenFrom(state: EnrollmentState, day: string, group: string | null): boolean {
  const last = state.line.at(-1);
  if (last === undefined || (last.phase === 'ended' && last.on <= day)) return false;
  if (group === null) return true;
  const holds = (fact: LifeFact): boolean => fact.phase !== 'ended' && fact.group === group;
  const { status, group: held } = placeOn(state, day);
  const now = status !== 'ended' && held === group;
  return now || state.line.some((fact) => fact.on > day && holds(fact));
}
