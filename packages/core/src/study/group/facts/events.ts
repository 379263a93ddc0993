import * as z from 'zod';
import { annulmentShape } from '../../../entry/shape.ts';
import { eventType } from '../../../kernel/event-type.ts';
import { day, decimalText, text } from '../../../values/shape.ts';

/** A group was opened in a programme. */
export const groupOpened = eventType(
  'GroupOpened',
  z.strictObject({
    group: text,
    programme: text,
    title: text,
    /** Planned first and last day of study; null: not set. */
    from: day.nullable(),
    until: day.nullable(),
    /** Form or year of study that the group is in, from 1; absent: not said. */
    stage: z.number().optional(),
    /** The study year of the group, by the calendar year in which it begins; absent: not said. */
    studyYear: text.optional(),
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
    /** Kind and form of assessment, by the regulation's ids. */
    kind: text,
    form: text,
    title: text,
    /** Day on which it takes place; null: not set. */
    on: day.nullable(),
    /** Weight in percent of the module's result; null: none. */
    weightPercent: decimalText.nullable(),
    /** The group of results that its results belong to, by the regulation's id; absent: none. */
    resultGroup: text.optional(),
    /** Number of the edition that the plan was decided on. */
    edition: z.number(),
  }),
);

/** A planned assessment was dropped. Its id is not used again. */
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
    /** Null: for the whole programme. */
    module: text.nullable(),
    /** Person id of the official. */
    announcedBy: text,
    edition: z.number(),
  }),
);

/** The group takes no new enrollments from `occurredOn` on. */
export const groupClosed = eventType('GroupClosed', z.strictObject({ group: text }));

/**
 * The group was merged into another one: from `occurredOn` on it takes no enrollments. Its learners
 * are transferred, and its journals continued in those of the other group, on the same order.
 */
export const groupMerged = eventType(
  'GroupMerged',
  z.strictObject({ group: text, into: text, edition: z.number() }),
);

/** An entry about the group was annulled, or corrected by another one. RK 1.8. */
export const groupEntryAnnulled = eventType(
  'GroupEntryAnnulled',
  z.strictObject({
    group: text,
    ...annulmentShape,
    /** Stored unsealed and for ever: it names no person. Null where no reason is required. */
    reason: text.nullable(),
  }),
);

/** Every event of a group's stream. */
export const groupEvents = [
  groupOpened,
  assessmentPlanned,
  plannedAssessmentDropped,
  requirementsAnnounced,
  groupClosed,
  groupMerged,
  groupEntryAnnulled,
] as const;
