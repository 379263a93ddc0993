import * as z from 'zod';
import { annulmentShape } from '../../../entry/shape.ts';
import { eventType } from '../../../kernel/event-type.ts';
import { personal } from '../../../kernel/personal.ts';
import { day, text } from '../../../values/shape.ts';
import { valueShape } from '../../enrollment/facts/assessment-events.ts';

/*
 * Events of qualification works, practices and teachers' reports. Marks are events of the
 * enrollments; the events here name them by event id. D10.
 */

const ofLearner = { subject: 'learner', purpose: 'assessment' } as const;

const workIds = { work: text, learner: text, enrollment: text, programme: text } as const;

/** The topic of a work and its supervisor were approved. D10, R1 §3.5b. */
export const topicApproved = eventType(
  'TopicApproved',
  z.strictObject({
    ...workIds,
    /** By the regulation's id: `qualification-work`, `project`, … */
    kind: text,
    /** Null: a work of the programme as a whole. */
    module: text.nullable(),
    /** Personal, because a topic may identify its author. */
    topic: personal(z.string(), ofLearner),
    /** Person id. */
    supervisor: text,
    edition: z.number(),
  }),
);

/** The work was submitted; a new submission replaces the one before. D10. */
export const workSubmitted = eventType(
  'WorkSubmitted',
  z.strictObject({
    ...workIds,
    /** SHA-256 of the digital work, in hex; null: on paper. */
    sha256: text.nullable(),
    /** Where the file is. Personal, because a file name may name the learner. Absent: not given. */
    locator: personal(z.string(), ofLearner).optional(),
    edition: z.number(),
  }),
);

/** A review of the work was recorded. D10, R1 §4.2.5. */
export const workReviewed = eventType(
  'WorkReviewed',
  z.strictObject({
    ...workIds,
    reviewer: text,
    /** Is the reviewer the supervisor? */
    bySupervisor: z.boolean(),
    /** Null: the regulation names no scale for reviews. */
    grade: valueShape.nullable(),
    /** By the regulation's code: `admit`, `do-not-admit`, … */
    recommendation: text,
    /** Does the recommendation admit to the defence? */
    admits: z.boolean(),
    review: personal(z.string(), ofLearner).optional(),
    edition: z.number(),
  }),
);

/** The work was defended; `result` is the id of the result's event in the enrollment. D10. */
export const workDefended = eventType(
  'WorkDefended',
  z.strictObject({
    ...workIds,
    result: text,
    /** Id of the protocol that is the basis of the result; null: none. */
    protocol: text.nullable(),
    edition: z.number(),
  }),
);

/**
 * A step of a work was annulled: it counts as if never entered. `occurredOn` is its day. RK 1.8.
 */
export const workEntryAnnulled = eventType(
  'WorkEntryAnnulled',
  z.strictObject({
    ...workIds,
    ...annulmentShape,
    reason: personal(z.string(), ofLearner).optional(),
  }),
);

/** A practice or internship was evaluated. D10, R1 §3.5b, §5.1.2. */
export const practiceEvaluated = eventType(
  'PracticeEvaluated',
  z.strictObject({
    practice: text,
    learner: text,
    enrollment: text,
    programme: text,
    kind: text,
    /** The organisation where it took place. */
    place: text,
    from: day,
    until: day,
    /** Person id, of an official here or of the place; null: nobody is named. */
    supervisor: text.nullable(),
    /** The supervisor's evaluation in words. */
    evaluation: personal(z.string(), ofLearner).optional(),
    /** Event id of its result in the enrollment; null: it has no mark. */
    result: text.nullable(),
    edition: z.number(),
  }),
);

/** The evaluation of a practice was annulled; `occurredOn` is its day. RK 1.8. */
export const practiceAnnulled = eventType(
  'PracticeAnnulled',
  z.strictObject({
    practice: text,
    learner: text,
    enrollment: text,
    programme: text,
    ...annulmentShape,
    reason: personal(z.string(), ofLearner).optional(),
  }),
);

/** A teacher's report was filed. D10, R1 §4.2.2. */
export const reportFiled = eventType(
  'ReportFiled',
  z.strictObject({
    report: text,
    kind: text,
    teacher: text,
    group: text,
    /** Null: the programme as a whole. */
    module: text.nullable(),
    from: day,
    until: day,
    /** Number of paper sheets; null: not given. */
    sheets: z.number().nullable(),
    /** SHA-256 of the digital report, in hex; null: on paper. */
    sha256: text.nullable(),
    edition: z.number(),
  }),
);

/** The filing of a report was annulled; `occurredOn` is its day. RK 1.8. */
export const reportAnnulled = eventType(
  'ReportAnnulled',
  z.strictObject({
    report: text,
    ...annulmentShape,
    /** In words that name no person; null: not given. */
    reason: text.nullable(),
  }),
);

/** Every event of works, practices and reports. */
export const workEvents = [
  topicApproved,
  workSubmitted,
  workReviewed,
  workDefended,
  workEntryAnnulled,
  practiceEvaluated,
  practiceAnnulled,
  reportFiled,
  reportAnnulled,
] as const;
