import * as z from 'zod';
import { eventType } from '../../../kernel/event-type.ts';
import { day, signerShape, text } from '../../../values/shape.ts';

const journalIds = { journal: text, group: text, module: text, studyYear: text } as const;

/**
 * A lesson was held. `occurredOn` is its day. Marks given in it stand in the enrollments, and name
 * the lesson as their basis. Source: D5, R2 §2.2-2.3, R5 §4.3-4.6.
 */
export const lessonHeld = eventType(
  'LessonHeld',
  z.strictObject({
    ...journalIds,
    lesson: text,
    /** `lecture`, `seminar`, `practical`, `elective`, `circle`, … */
    kind: text,
    /** What was taught, in words that name no person: they stand in clear for ever. */
    topic: text,
    hours: z.number(),
    /** For all of the group, as the topic in words that name no person. */
    homework: text.nullable(),
    /** Person who taught. */
    teacher: text,
    /** Learners who were there. */
    present: z.array(text),
    /** Learners who were not, each with an attendance code of the regulation. */
    absent: z.array(z.strictObject({ learner: text, code: text })),
    edition: z.number(),
  }),
);

/**
 * A lesson's line was corrected by a line that names the first, which stays readable: topic, hours,
 * teacher, attendance. `occurredOn` is the lesson's day. D5, D7.
 */
export const lessonCorrected = eventType(
  'LessonCorrected',
  z.strictObject({
    ...journalIds,
    lesson: text,
    /** Event id of the LessonHeld. */
    corrects: text,
    actedOn: day,
    /** The whole line as it reads now; what was right is repeated. */
    kind: text,
    topic: text,
    hours: z.number(),
    homework: text.nullable(),
    teacher: text,
    present: z.array(text),
    absent: z.array(z.strictObject({ learner: text, code: text })),
    /** Why, in words that name no person; null where the regulation asks for none. */
    reason: text.nullable(),
    signer: signerShape,
    edition: z.number(),
  }),
);

/** A lesson was recorded in error: it never was. Its line stays. */
export const lessonAnnulled = eventType(
  'LessonAnnulled',
  z.strictObject({
    ...journalIds,
    lesson: text,
    /** Event id of the LessonHeld. */
    corrects: text,
    actedOn: day,
    /**
     * Why, in words that name no person, which stand in clear for ever; null where the regulation
     * asks for none.
     */
    reason: text.nullable(),
    signer: signerShape,
    edition: z.number(),
  }),
);

export const journalEvents = [lessonHeld, lessonAnnulled, lessonCorrected] as const;
