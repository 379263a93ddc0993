import * as z from 'zod';
import { eventType } from '../../../kernel/event-type.ts';
import { day, decimalText, text } from '../../../values/shape.ts';

/** A group was opened in a programme. */
export const groupOpened = eventType(
  'GroupOpened',
  z.strictObject({
    group: text,
    programme: text,
    title: text,
    /** Planned first and last day of study; null where they are not set. */
    from: day.nullable(),
    until: day.nullable(),
  }),
);

/** An assessment was planned for the group: what, in which module, when, with which weight. */
export const assessmentPlanned = eventType(
  'AssessmentPlanned',
  z.strictObject({
    group: text,
    programme: text,
    /** Id of the planned assessment, unique in its group. */
    planned: text,
    module: text,
    kind: text,
    form: text,
    title: text,
    /** Day for which it is set; null: no day. */
    on: day.nullable(),
    /** Weight in percent of the module's result; null: none. */
    weightPercent: decimalText.nullable(),
    edition: z.number(),
  }),
);

/** A planned assessment was dropped before anybody took it. */
export const plannedAssessmentDropped = eventType(
  'PlannedAssessmentDropped',
  z.strictObject({ group: text, planned: text }),
);

/** Requirements of interim and final attestation were made known to the learners. R2 §1.5. */
export const requirementsAnnounced = eventType(
  'RequirementsAnnounced',
  z.strictObject({
    group: text,
    programme: text,
    module: text.nullable(),
    announcedBy: text,
    edition: z.number(),
  }),
);

/** The group takes no new enrollments from this day on. */
export const groupClosed = eventType('GroupClosed', z.strictObject({ group: text }));

export const groupEvents = [
  groupOpened,
  assessmentPlanned,
  plannedAssessmentDropped,
  requirementsAnnounced,
  groupClosed,
] as const;
