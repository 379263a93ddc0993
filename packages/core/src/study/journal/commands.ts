import * as z from 'zod';
import { groundPlaceField } from '../../acting/after-archive.ts';
import { correctingFields, putRightFields } from '../../acting/putting-right.ts';
import { officeField, signerFields } from '../../acting/signer.ts';
import { command, commandNamingGround } from '../../kernel/command.ts';
import { complaint, shown } from '../../values/complaint.ts';
import { identifier } from '../../values/identifier.ts';
import { localDate } from '../../values/local-date.ts';
import { studyYear } from '../../values/study-year.ts';
import { shortText } from '../../values/text.ts';

/**
 * The most learners that one lesson lists: its event must fit into one stored line (65,535 bytes).
 */
export const LESSON_LEARNERS_MAX = 300;

/** The fields of a lesson's entry in the journal. */
const lessonEntry = {
  topic: shortText(1000),
  hours: z.number().positive().max(24),
  kind: identifier.optional(),
  homework: shortText(2000).nullable().default(null),
  teacher: identifier,
  present: z.array(identifier).max(LESSON_LEARNERS_MAX),
  absent: z
    .array(z.strictObject({ learner: identifier, code: shortText(48) }))
    .max(LESSON_LEARNERS_MAX)
    .default([]),
  /** By the regulation's id: `remote`, …; left out: the usual one. */
  mode: identifier.optional(),
  /** The trace that attendance was found by in a remote lesson, such as entries in the platform. */
  attendanceBy: shortText(300).nullable().default(null),
  /** Number of the lesson in its day: it tells two lessons of one subject and day apart. */
  number: z.int().min(1).max(20).optional(),
  /** The teacher whose lesson it is, where `teacher` stood in for them. */
  substituteFor: identifier.nullable().default(null),
  /**
   * Says that it is another lesson than the one that stands at the same hour, as of a half of the
   * group with another teacher; not stored.
   */
  another: z.literal(true).optional(),
  /** Listed learners who are of another group. */
  guests: z.array(identifier).max(LESSON_LEARNERS_MAX).default([]),
  /** The learner for whom alone it is held: home study, an individual plan. */
  individual: identifier.nullable().default(null),
} as const;

const fitsLimit = ({
  present,
  absent,
}: Readonly<Record<'present' | 'absent', readonly unknown[]>>) =>
  present.length + absent.length <= LESSON_LEARNERS_MAX;

const tooMany = {
  path: ['absent'],
  error: complaint(
    `в занятии не более ${LESSON_LEARNERS_MAX} обучающихся: разделите его`,
    `a lesson lists at most ${LESSON_LEARNERS_MAX} learners: split it`,
  ),
};

/**
 * Records that a lesson took place: its day, topic, hours (academic, over 0, at most 24), teacher
 * and attendance. By default `studyYear` is that of the day, `kind` the regulation's first, `id`
 * the command's. Topic, homework and the trace of attendance are stored unsealed and for ever, so
 * they must name no person. D5, R2 §2.2.
 */
export const holdLesson = command(
  'hold-lesson',
  z
    .strictObject({
      group: identifier,
      module: identifier,
      studyYear: studyYear.optional(),
      id: identifier.optional(),
      ...lessonEntry,
      /** The office in which the teacher taught; needed where several of theirs fit, not stored. */
      office: officeField,
      on: localDate,
    })
    .refine(fitsLimit, tooMany),
);

const JOURNAL = /^[\w-]{1,48}\.[\w-]{1,48}\.(?:19|20|21)\d\d$/;

const journal = z.string().regex(JOURNAL, {
  error: ({ input }) =>
    complaint(
      `${shown(input)} не журнал: нужно группа.модуль.учебный-год`,
      `${shown(input)} is no journal: give group.module.study-year`,
    ),
});

/**
 * Annuls a lesson that was recorded in error; its entry stays readable. `on` is by default today.
 * The reason is stored unsealed and for ever, so it must name no person. D5.
 */
export const annulLesson = commandNamingGround(
  'annul-lesson',
  z.strictObject({
    journal,
    lesson: identifier,
    reason: shortText(500).nullable().default(null),
    ...signerFields,
    on: localDate.optional(),
    ...groundPlaceField,
  }),
);

/**
 * Corrects the entry of a lesson; the command gives the whole entry as it is to read. With
 * `lessonOn` the lesson moves to its true day. The ground is that of the correction; the lesson
 * keeps its own order, unless `entryGround` gives it another one, or null: none. `on` is the day of
 * the correction, by default today.
 * The reason is stored unsealed and for ever, so it must name no person. D5, D7.
 */
export const correctLesson = commandNamingGround(
  'correct-lesson',
  z
    .strictObject({
      journal,
      lesson: identifier,
      ...lessonEntry,
      /** The office in which the teacher taught; needed where several of theirs fit. */
      teacherOffice: officeField,
      /** The true day of the lesson, where another one was entered. */
      lessonOn: localDate.optional(),
      entryGround: correctingFields.entryGround,
      reason: shortText(500).nullable().default(null),
      ...signerFields,
      on: localDate.optional(),
      ...groundPlaceField,
    })
    .refine(fitsLimit, tooMany),
);

/**
 * Hands a journal over to another teacher, by an act; `on` is the first day of the new one. Lessons
 * of earlier days are still entered with the old one as their teacher. RK 4 no. 4.
 */
export const handOverJournal = command(
  'hand-over-journal',
  z.strictObject({
    journal,
    from: identifier,
    to: identifier,
    act: z
      .strictObject({ number: shortText(64).nullable(), date: localDate })
      .nullable()
      .default(null),
    ...signerFields,
    on: localDate,
  }),
);

/**
 * Closes a journal and continues it in that of the group that its own was merged into; `on` is the
 * first day of lessons there. RK 4 no. 5.
 */
export const continueJournal = command(
  'continue-journal',
  z.strictObject({ journal, ...signerFields, on: localDate }),
);

/** Annuls a handing over or a continuation from the start. RK 1.8. */
export const annulJournalEntry = commandNamingGround(
  'annul-journal-entry',
  z.strictObject({ journal, ...putRightFields, ...groundPlaceField }),
);

/** A parsed `hold-lesson`. */
export type HoldLesson = z.output<typeof holdLesson.schema>;

/** A parsed `annul-lesson`. */
export type AnnulLesson = z.output<typeof annulLesson.schema>;

/** A parsed `correct-lesson`. */
export type CorrectLesson = z.output<typeof correctLesson.schema>;
