import * as z from 'zod';
import { eventType } from '../../../kernel/event-type.ts';
import { personal } from '../../../kernel/personal.ts';
import { day, text } from '../../../values/shape.ts';
import { valueShape } from '../../enrollment/facts/assessment-events.ts';

/*
 * A qualification work from its topic to its defence; a practice with its evaluation; a teacher's
 * report. Marks stand in the enrollment: these facts name the events of the results.
 */

const ofLearner = { subject: 'learner', purpose: 'assessment' } as const;

const workIds = { work: text, learner: text, enrollment: text, programme: text } as const;

/** A topic was approved, with its supervisor. D10, R1 §3.5b. */
export const topicApproved = eventType(
  'TopicApproved',
  z.strictObject({
    ...workIds,
    /** Kind of the regulation: `qualification-work`, `project`. */
    kind: text,
    module: text.nullable(),
    /** The topic leads to its author. */
    topic: personal(z.string(), ofLearner),
    supervisor: text,
    edition: z.number(),
  }),
);

/** The work was submitted; a new submission takes the place of the one before. D10. */
export const workSubmitted = eventType(
  'WorkSubmitted',
  z.strictObject({
    ...workIds,
    /** SHA-256 of the digital work, in hex; null: on paper. */
    sha256: text.nullable(),
    /** Where it lies: a file name may name the learner. Absent: not said. */
    locator: personal(z.string(), ofLearner).optional(),
    edition: z.number(),
  }),
);

/** A review was attached. D10, R1 §4.2.5. */
export const workReviewed = eventType(
  'WorkReviewed',
  z.strictObject({
    ...workIds,
    reviewer: text,
    /** Is the reviewer the supervisor? */
    bySupervisor: z.boolean(),
    grade: valueShape.nullable(),
    /** By code of the regulation: `admit`, `do-not-admit`. */
    recommendation: text,
    admits: z.boolean(),
    review: personal(z.string(), ofLearner).optional(),
    edition: z.number(),
  }),
);

/** The work was defended: `result` is the event of the result in the enrollment. D10. */
export const workDefended = eventType(
  'WorkDefended',
  z.strictObject({
    ...workIds,
    result: text,
    /** Protocol that the result rests on; null: none of ours. */
    protocol: text.nullable(),
    edition: z.number(),
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
    /** The organisation where it was done. */
    place: text,
    from: day,
    until: day,
    /** Who supervised it: of ours by id, of the place by id too; null: nobody is named. */
    supervisor: text.nullable(),
    /** What the supervisor writes of the learner. */
    evaluation: personal(z.string(), ofLearner).optional(),
    /** Event of its result in the enrollment; null: it has no mark. */
    result: text.nullable(),
    edition: z.number(),
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
    /** Null: of the whole programme. */
    module: text.nullable(),
    from: day,
    until: day,
    sheets: z.number().nullable(),
    /** SHA-256 of the digital report, in hex; null: on paper. */
    sha256: text.nullable(),
    edition: z.number(),
  }),
);

/** Every event of works, practices and reports. */
export const workEvents = [
  topicApproved,
  workSubmitted,
  workReviewed,
  workDefended,
  practiceEvaluated,
  reportFiled,
] as const;
