import * as z from 'zod';
import { command } from '../../../kernel/command.ts';
import { identifier } from '../../../values/identifier.ts';
import { localDate } from '../../../values/local-date.ts';
import { enrollmentId } from '../facts/questions.ts';

/* Commands of an enrollment's life: from enrolling to completion or discharge. D4. */

/**
 * Enrolls a learner into a group, and by it into the group's programme, from a day on. Study begins
 * on `studyFrom`, by default the same day; null: not begun, `startStudy` says when (R1 §3.2).
 */
export const enrollLearner = command(
  'enroll-learner',
  z.strictObject({
    learner: identifier,
    group: identifier,
    from: localDate,
    studyFrom: localDate.nullable().optional(),
    /** Who sent the learner: `employment-service`, `employer`, … */
    sentBy: identifier.nullable().default(null),
  }),
);

/** Study begins on this day, where enrolling left it open. R1 §3.2. */
export const startStudy = command(
  'start-study',
  z.strictObject({ enrollment: enrollmentId, on: localDate }),
);

/** Moves the learner to another group of the same programme; `on` is the first day in it. */
export const transferLearner = command(
  'transfer-learner',
  z.strictObject({ enrollment: enrollmentId, to: identifier, on: localDate }),
);

/** Suspends study (academic leave); `on` is the first day of leave, `until` its planned last. */
export const suspendStudy = command(
  'suspend-study',
  z.strictObject({
    enrollment: enrollmentId,
    reason: identifier,
    until: localDate.nullable().default(null),
    on: localDate,
  }),
);

/** Takes the learner back after leave or discharge, by default into the group they left. */
export const reinstateLearner = command(
  'reinstate-learner',
  z.strictObject({ enrollment: enrollmentId, group: identifier.optional(), on: localDate }),
);

/** Completes study; refuses `results-missing` without the results that are mandatory. */
export const completeStudy = command(
  'complete-study',
  z.strictObject({
    enrollment: enrollmentId,
    on: localDate,
    /** `distinction` and the like. */
    honours: identifier.nullable().default(null),
  }),
);

/** Discharges the learner before completion, for a reason of the regulation. */
export const dischargeLearner = command(
  'discharge-learner',
  z.strictObject({ enrollment: enrollmentId, reason: identifier, on: localDate }),
);
