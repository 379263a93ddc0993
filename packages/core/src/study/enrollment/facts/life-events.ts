import * as z from 'zod';
import { annulmentShape } from '../../../entry/shape.ts';
import { eventType } from '../../../kernel/event-type.ts';
import { personal } from '../../../kernel/personal.ts';
import { addedAfterShape } from '../../../record/added.ts';
import { day, text } from '../../../values/shape.ts';

/*
 * Events of an enrollment's life. Each carries the number of the edition that it was decided on.
 * D4.
 */

/** The ids that every event of an enrollment carries in its data. */
export const enrollmentIds = { enrollment: text, learner: text, programme: text } as const;

/**
 * Results that stay in the journal of the group where they were given, although the step, entered
 * late or put right, says that the learner was in another group on their days.
 */
const staying = {
  /** Event ids of first records; absent: there are none. */
  resultsStay: z.array(text).optional(),
} as const;

/** A learner was enrolled in a group and its programme from `occurredOn` on. D4. */
export const enrolled = eventType(
  'Enrolled',
  z.strictObject({
    ...enrollmentIds,
    group: text,
    /** First day of study; null: not begun, a `StudyStarted` follows. R1 §3.2. */
    studyFrom: day.nullable(),
    /** Who sent the learner: `employment-service`, `employer`, …; null: nobody. */
    sentBy: text.nullable(),
    ...staying,
    edition: z.number(),
  }),
);

/** Study began on `occurredOn`; from that day on results may be recorded. R1 §3.2. */
export const studyStarted = eventType(
  'StudyStarted',
  z.strictObject({ ...enrollmentIds, edition: z.number() }),
);

/**
 * The learner moved to another group of the same programme; `occurredOn` is the first day in it.
 */
export const transferred = eventType(
  'Transferred',
  z.strictObject({
    ...enrollmentIds,
    fromGroup: text,
    toGroup: text,
    ...staying,
    edition: z.number(),
  }),
);

/** Study was suspended (academic leave) from `occurredOn` on. */
export const suspended = eventType(
  'Suspended',
  z.strictObject({
    ...enrollmentIds,
    /** By the regulation's code: `academic-leave`, `illness`, … */
    reason: text,
    /** Planned last day of the leave; null: not planned. */
    until: day.nullable(),
    edition: z.number(),
  }),
);

/** The learner came back into this group, from leave or after a discharge. */
export const reinstated = eventType(
  'Reinstated',
  z.strictObject({ ...enrollmentIds, group: text, ...staying, edition: z.number() }),
);

/** The learner completed the programme with all mandatory results. */
export const completed = eventType(
  'Completed',
  z.strictObject({
    ...enrollmentIds,
    group: text,
    /** Such as `distinction`; null: none. */
    honours: text.nullable(),
    edition: z.number(),
  }),
);

/** The learner was discharged (отчислен) before completion. */
export const discharged = eventType(
  'Discharged',
  z.strictObject({
    ...enrollmentIds,
    group: text,
    /** By the regulation's code: `own-wish`, `not-completed`, `expelled`, … */
    reason: text,
    /** The organisation that the learner moves to; absent: the reason asks for none. */
    whereTo: text.optional(),
    edition: z.number(),
  }),
);

/**
 * A step was annulled: it counts as if it had never been made. Where `replacedBy` names another
 * step of the same command, that one stands in its place. RK 1.8.
 */
export const enrollmentEntryAnnulled = eventType(
  'EnrollmentEntryAnnulled',
  z.strictObject({
    ...enrollmentIds,
    ...annulmentShape,
    reason: personal(z.string(), { subject: 'learner', purpose: 'assessment' }).optional(),
    ...staying,
    ...addedAfterShape,
  }),
);
