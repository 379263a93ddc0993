import type { Ground } from '@letopis/core';
import type { Source } from '../projection/fact.ts';
import type { LifeEntryFact, LifeFact } from './life-steps.ts';
import { stepsInForce } from './life-steps.ts';

/** How a learner came into a group. */
export interface Arrival {
  readonly on: string;
  readonly by: 'enrolled' | 'transferred' | 'reinstated';
  /** The group that the learner came from; `null` if none. */
  readonly fromGroup: string | null;
  readonly ground: Ground | null;
  /** Results that stay with the group where they were given, though dated after the move. */
  readonly resultsStay: readonly string[];
  readonly source: Source;
}

/** How a learner left a group. */
export interface Departure {
  readonly on: string;
  readonly by: 'transferred' | 'completed' | 'discharged';
  /** The group that the learner went to; `null` if none. */
  readonly toGroup: string | null;
  /** Reason of a discharge, by code. */
  readonly reason: string | null;
  readonly honours: string | null;
  readonly ground: Ground | null;
  /** Results dated after the move that stay in the journal of the group where they were given. */
  readonly resultsStay: readonly string[];
  readonly source: Source;
}

/**
 * A leave from its first day until the day of return or of the leave that follows it; `until` is
 * `null` if neither came yet.
 */
export interface Leave {
  readonly from: string;
  readonly until: string | null;
  /** The last day as it was planned. */
  readonly plannedUntil: string | null;
  /** Reason by code. */
  readonly reason: string;
}

/** A learner's stay in a group under one enrollment. */
export interface Stay {
  readonly enrollment: string;
  readonly learner: string;
  readonly programme: string;
  readonly arrival: Arrival;
  readonly departure: Departure | null;
  /** First day of study; `null` if the facts of this group do not say it. */
  readonly studyFrom: string | null;
  readonly leaves: readonly Leave[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type OpenStay = Omit<Mutable<Stay>, 'leaves'> & { leaves: Mutable<Leave>[] };

/**
 * Derives the stays in one group from a list of steps, as of a day (`null`: with all that is
 * known), in the order in which they began. Annulled steps are left out, and so is a step of an
 * enrollment that is not in the group.
 */
export function staysIn(
  group: string,
  facts: readonly LifeEntryFact[],
  on: string | null,
): readonly Stay[] {
  const stays: OpenStay[] = [];
  for (const step of stepsInForce(facts, on)) {
    const open = stays.findLast(
      (stay) => stay.enrollment === step.data.enrollment && stay.departure === null,
    );
    move(group, stays, open, step);
  }
  return stays;
}

function move(group: string, stays: OpenStay[], open: OpenStay | undefined, step: LifeFact): void {
  switch (step.type) {
    case 'Enrolled':
      if (step.data.group !== group || open !== undefined) return;
      stays.push({ ...arrive(step, 'enrolled', null), studyFrom: step.data.studyFrom });
      return;
    case 'StudyStarted':
      if (open !== undefined) open.studyFrom = step.on;
      return;
    case 'Transferred':
      if (step.data.fromGroup === group && open !== undefined) {
        open.departure = depart(step, 'transferred', { toGroup: step.data.toGroup });
      } else if (step.data.toGroup === group && open === undefined) {
        stays.push(arrive(step, 'transferred', step.data.fromGroup));
      }
      return;
    case 'Suspended': {
      const { reason, until: plannedUntil } = step.data;
      endLeave(open, step.on);
      open?.leaves.push({ from: step.on, until: null, plannedUntil, reason });
      return;
    }
    case 'Reinstated':
      return reinstate(group, stays, open, step);
    case 'Completed':
      if (open !== undefined) {
        open.departure = depart(step, 'completed', { honours: step.data.honours });
      }
      return;
    case 'Discharged':
      if (open !== undefined) {
        open.departure = depart(step, 'discharged', { reason: step.data.reason });
      }
      return;
  }
}

/** A return from leave into the same group, or into another one, or a return after a discharge. */
function reinstate(
  group: string,
  stays: OpenStay[],
  open: OpenStay | undefined,
  step: LifeFact & { type: 'Reinstated' },
): void {
  endLeave(open, step.on);
  const back = step.data.group;
  if (open === undefined && back === group) stays.push(arrive(step, 'reinstated', null));
  if (open !== undefined && back !== group) {
    open.departure = depart(step, 'transferred', { toGroup: back });
  }
}

/** Ends the leave that lasts, on the day of return or of another leave. */
function endLeave(open: OpenStay | undefined, on: string): void {
  const leave = open?.leaves.at(-1);
  if (leave !== undefined) leave.until ??= on;
}

function arrive(step: LifeFact, by: Arrival['by'], fromGroup: string | null): OpenStay {
  const { enrollment, learner, programme } = step.data;
  const { on, ground, source } = step;
  const arrival = { on, by, fromGroup, ground, resultsStay: staying(step), source };
  return { enrollment, learner, programme, arrival, departure: null, studyFrom: null, leaves: [] };
}

/** The results that a step says stay with the group where they were given. */
const staying = ({ data }: LifeFact): readonly string[] =>
  'resultsStay' in data ? (data.resultsStay ?? []) : [];

function depart(
  step: LifeFact,
  by: Departure['by'],
  details: Partial<Pick<Departure, 'toGroup' | 'reason' | 'honours'>>,
): Departure {
  const { on, ground, source } = step;
  const told = { ground, resultsStay: staying(step), source };
  return { on, by, toGroup: null, reason: null, honours: null, ...told, ...details };
}
