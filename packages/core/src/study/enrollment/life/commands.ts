import * as z from 'zod';
import { command } from '../../../kernel/command.ts';
import { identifier } from '../../../values/identifier.ts';
import { lastingDay, orderedDay } from '../../../values/local-date.ts';
import { enrollmentId } from '../facts/questions.ts';

/* Commands of an enrollment's life: from enrolling to completion or discharge. D4. */

/**
 * Enrolls a learner in a group, and so in the group's programme, from a day on. Study begins on
 * `studyFrom`, by default the same day; null: `start-study` gives the day later. R1 §3.2.
 */
export const enrollLearner = command(
  'enroll-learner',
  z.strictObject({
    learner: identifier,
    group: identifier,
    from: orderedDay,
    studyFrom: orderedDay.nullable().optional(),
    /** Who sent the learner: `employment-service`, `employer`, … */
    sentBy: identifier.nullable().default(null),
  }),
);

/** Records the first day of study, where `enroll-learner` left it open. R1 §3.2. */
export const startStudy = command(
  'start-study',
  z.strictObject({ enrollment: enrollmentId, on: orderedDay }),
);

/** Moves the learner to another group of the same programme; `on` is the first day in it. */
export const transferLearner = command(
  'transfer-learner',
  z.strictObject({ enrollment: enrollmentId, to: identifier, on: orderedDay }),
);

/**
 * Suspends study (academic leave); `on` is the first day of leave, `until` its planned last day.
 */
export const suspendStudy = command(
  'suspend-study',
  z.strictObject({
    enrollment: enrollmentId,
    reason: identifier,
    until: lastingDay.nullable().default(null),
    on: orderedDay,
  }),
);

/** Takes the learner back after leave or discharge; `group` is by default the one they left. */
export const reinstateLearner = command(
  'reinstate-learner',
  z.strictObject({ enrollment: enrollmentId, group: identifier.optional(), on: orderedDay }),
);

/** Completes study; all mandatory results must be recorded. `on` may lie ahead. */
export const completeStudy = command(
  'complete-study',
  z.strictObject({
    enrollment: enrollmentId,
    on: orderedDay,
    /** Such as `distinction`. */
    honours: identifier.nullable().default(null),
  }),
);

/** Discharges the learner before completion; `reason` is a code of the regulation. */
export const dischargeLearner = command(
  'discharge-learner',
  z.strictObject({ enrollment: enrollmentId, reason: identifier, on: orderedDay }),
);
