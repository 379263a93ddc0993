import type * as z from 'zod';
import * as field from './kit/field.ts';
import { section } from './kit/section.ts';
import { titlesById, titlesByCode } from './kit/titled.ts';

/** Lessons: their kinds, the attendance codes, and who may teach. D5. */
export const lessons = section({
  name: 'lessons',
  event: 'LessonRulesSet',
  fields: {
    /** Kinds: `lesson`, `lecture`, `seminar`, … */
    kinds: field.titledList(),
    /** Codes of absence. A learner who was present, even late, has none. */
    attendanceCodes: field.list(
      field.object({ code: field.textUpTo(16), title: field.title, excused: field.yesNo }),
      { max: 50, unique: ({ code }) => code },
    ),
    /** Offices that teach. */
    teacherOffices: field.offices(),
    /** Modes in which lessons are held; the first is the usual one. 273-FZ art. 16. */
    modes: field.since(
      2,
      field.list(
        field.object({
          ...field.titled,
          /** Whether such a lesson needs an order as its ground. */
          orderRequired: field.yesNo,
        }),
        { max: 20, unique: field.idOf },
      ),
    ),
    /** Whether a lesson lists only learners who are in its group on its day, and named guests. */
    attendeesEnrolled: field.since(2, field.yesNo),
    /** Offices that sign that a journal was handed over, or is continued in another one. */
    handOverOffices: field.since(2, field.offices()),
  },
  default: {
    kinds: [
      { id: 'lesson', title: { ru: 'Занятие', en: 'Lesson' } },
      { id: 'lecture', title: { ru: 'Лекция', en: 'Lecture' } },
      { id: 'seminar', title: { ru: 'Семинар', en: 'Seminar' } },
      { id: 'practical', title: { ru: 'Практическое занятие', en: 'Practical class' } },
      { id: 'laboratory', title: { ru: 'Лабораторная работа', en: 'Laboratory class' } },
      { id: 'consultation', title: { ru: 'Консультация', en: 'Consultation' } },
    ],
    attendanceCodes: [
      { code: 'н', title: { ru: 'Отсутствовал', en: 'Absent' }, excused: false },
      { code: 'б', title: { ru: 'Болел', en: 'Ill' }, excused: true },
      { code: 'у', title: { ru: 'Уважительная причина', en: 'Good reason' }, excused: true },
    ],
    teacherOffices: ['teacher'],
    // Distance learning: 273-FZ art. 16. That it goes by order, who is listed, and who signs
    // that a journal goes into other hands, is our default.
    modes: [
      { id: 'in-class', title: { ru: 'Очно', en: 'In class' }, orderRequired: false },
      { id: 'remote', title: { ru: 'Дистанционно', en: 'Remote' }, orderRequired: true },
      { id: 'mixed', title: { ru: 'Смешанно', en: 'Mixed' }, orderRequired: true },
    ],
    attendeesEnrolled: true,
    handOverOffices: ['head', 'deputy-head'],
  },
  titles: ({ kinds, attendanceCodes, modes }) => ({
    lessonKinds: titlesById(kinds),
    lessonModes: titlesById(modes),
    attendance: titlesByCode(attendanceCodes, ({ code, title, excused }) => [
      code,
      { ...title, excused },
    ]),
  }),
});

/** The rules of the section `lessons`. */
export type LessonRules = z.infer<typeof lessons.stored>;
