import * as z from 'zod';
import { annulmentShape } from '../../../entry/shape.ts';
import { eventType } from '../../../kernel/event-type.ts';
import { addedAfterShape } from '../../../record/added.ts';
import { day, signerShape, text } from '../../../values/shape.ts';

const journalIds = { journal: text, group: text, module: text, studyYear: text } as const;

/** The entry of a lesson in the journal: what is recorded, and corrected as a whole. */
export const lessonEntryShape = z.strictObject({
  /** By the regulation's id: `lecture`, `seminar`, `practical`, `elective`, `circle`, … */
  kind: text,
  /** What was taught. Stored unsealed and for ever: it names no person. */
  topic: text,
  /** Academic hours. */
  hours: z.number(),
  /** For the whole group; like the topic, it names no person. Null: none was set. */
  homework: text.nullable(),
  /** Person id of the official who taught. */
  teacher: text,
  /** Learners who were present. */
  present: z.array(text),
  /** Learners who were absent, each with an attendance code of the regulation. */
  absent: z.array(z.strictObject({ learner: text, code: text })),
  /** Mode by the regulation's id: `remote`, `mixed`; absent: the usual one. 273-FZ art. 16. */
  mode: text.optional(),
  /**
   * How attendance was found, where nobody sat in a class: entries in the platform, work handed in.
   * Like the topic, it names no person. Absent: not said. RK 4 no. 6.
   */
  attendanceBy: text.optional(),
  /** Number of the lesson in its day, from 1; absent: not said. */
  number: z.number().optional(),
  /** Person id of the teacher whose lesson it is, where another one taught; absent: their own. */
  substituteFor: text.optional(),
  /** Listed learners of other groups; absent: none. */
  guests: z.array(text).optional(),
  /** The learner for whom alone it was held, at home or by an individual plan; absent: a class. */
  individual: text.optional(),
});

/**
 * A lesson took place on `occurredOn`. Marks given in it are events of the enrollments and name the
 * lesson as their basis. D5, R2 §2.2-2.3, R5 §4.3-4.6.
 */
export const lessonHeld = eventType(
  'LessonHeld',
  z.strictObject({
    ...journalIds,
    lesson: text,
    ...lessonEntryShape.shape,
    edition: z.number(),
  }),
);

/**
 * The entry of a lesson (topic, hours, teacher, attendance) was corrected; the earlier one stays
 * readable. `occurredOn` is the lesson's day, `actedOn` the day of the correction. D5, D7.
 */
export const lessonCorrected = eventType(
  'LessonCorrected',
  z.strictObject({
    ...journalIds,
    lesson: text,
    /** Event id of the LessonHeld. */
    corrects: text,
    actedOn: day,
    // The whole entry as it reads now; what was right is repeated.
    ...lessonEntryShape.shape,
    /** Stored unsealed and for ever: it names no person. Null where no reason is required. */
    reason: text.nullable(),
    signer: signerShape,
    ...addedAfterShape,
    edition: z.number(),
  }),
);

/**
 * A lesson was annulled as recorded in error: it did not take place. Its entry stays readable.
 * Where only its day or its order was wrong, a true `LessonHeld` of the same `lesson` follows.
 */
export const lessonAnnulled = eventType(
  'LessonAnnulled',
  z.strictObject({
    ...journalIds,
    lesson: text,
    /** Event id of the LessonHeld. */
    corrects: text,
    actedOn: day,
    /** Stored unsealed and for ever: it names no person. Null where no reason is required. */
    reason: text.nullable(),
    signer: signerShape,
    /** Event id of the true LessonHeld; absent: it did not take place at all. */
    replacedBy: text.optional(),
    ...addedAfterShape,
    edition: z.number(),
  }),
);

/** A teacher handed the journal over; `occurredOn` is the first day of the new one. RK 4 no. 4. */
export const journalHandedOver = eventType(
  'JournalHandedOver',
  z.strictObject({
    ...journalIds,
    /** Person ids of the teachers. */
    from: text,
    to: text,
    /** Number and date of the act; null: none was drawn up. */
    act: z.strictObject({ number: text.nullable(), date: day }).nullable(),
    signer: signerShape,
    edition: z.number(),
  }),
);

/**
 * The journal is closed and continued in that of another group; `occurredOn` is the first day of
 * lessons there. RK 4 no. 5.
 */
export const journalContinued = eventType(
  'JournalContinued',
  z.strictObject({
    ...journalIds,
    /** The journal and the group in which it is continued. */
    into: text,
    intoGroup: text,
    /** Lessons of the class that were carried there by what was known, and academic hours. */
    lessonsHeld: z.number(),
    hoursHeld: z.number(),
    signer: signerShape,
    edition: z.number(),
  }),
);

/** A handing over or a continuation was annulled from the start. RK 1.8. */
export const journalEntryAnnulled = eventType(
  'JournalEntryAnnulled',
  z.strictObject({
    ...journalIds,
    ...annulmentShape,
    /** Stored unsealed and for ever: it names no person. Null where no reason is required. */
    reason: text.nullable(),
    ...addedAfterShape,
  }),
);

/** Every event of a journal's stream but those about its archival status. */
export const journalEvents = [
  lessonHeld,
  lessonAnnulled,
  lessonCorrected,
  journalHandedOver,
  journalContinued,
  journalEntryAnnulled,
] as const;
