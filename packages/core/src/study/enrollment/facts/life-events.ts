import * as z from 'zod';
import { eventType } from '../../../kernel/event-type.ts';
import { day, text } from '../../../values/shape.ts';

/*
 * The life of one learner in one programme, and every result in it. The edition of the regulation
 * that a fact was decided on stands in the fact.
 */

export const enrollmentIds = { enrollment: text, learner: text, programme: text } as const;

/** Enrolled by order into a programme and group. `occurredOn` is the day of enrollment. D4. */
export const enrolled = eventType(
  'Enrolled',
  z.strictObject({
    ...enrollmentIds,
    group: text,
    /** First day of study; null: not begun, it needs a StudyStarted. R1 §3.2. */
    studyFrom: day.nullable(),
    /** Who sent the learner: `employment-service`, `employer`, …; null: nobody. */
    sentBy: text.nullable(),
    edition: z.number(),
  }),
);

/** Study began: from now on the record is kept. R1 §3.2. */
export const studyStarted = eventType(
  'StudyStarted',
  z.strictObject({ ...enrollmentIds, edition: z.number() }),
);

/** Moved to another group of the same programme. */
export const transferred = eventType(
  'Transferred',
  z.strictObject({ ...enrollmentIds, fromGroup: text, toGroup: text, edition: z.number() }),
);

/** Study suspended (academic leave). */
export const suspended = eventType(
  'Suspended',
  z.strictObject({
    ...enrollmentIds,
    /** Reason by code of the regulation: `academic-leave`, `illness`, … */
    reason: text,
    /** Planned last day of the leave. */
    until: day.nullable(),
    edition: z.number(),
  }),
);

/** Back from leave, or taken in again after a discharge, into this group. */
export const reinstated = eventType(
  'Reinstated',
  z.strictObject({ ...enrollmentIds, group: text, edition: z.number() }),
);

/** Completed: all that is mandatory is there. */
export const completed = eventType(
  'Completed',
  z.strictObject({
    ...enrollmentIds,
    group: text,
    /** `distinction` and the like; null: none. */
    honours: text.nullable(),
    edition: z.number(),
  }),
);

/** Discharged (отчислен) before completion. */
export const discharged = eventType(
  'Discharged',
  z.strictObject({
    ...enrollmentIds,
    group: text,
    /** Reason by code of the regulation: `own-wish`, `not-completed`, `expelled`, … */
    reason: text,
    edition: z.number(),
  }),
);
