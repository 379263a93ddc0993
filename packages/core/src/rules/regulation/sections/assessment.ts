import type * as z from 'zod';
import * as field from './kit/field.ts';
import { section } from './kit/section.ts';
import { titlesById, titlesByCode } from './kit/titled.ts';

/** A kind of assessment that is no attestation, of which a subject has many results. */
export const manyTimes = {
  attestation: false,
  once: false,
  byPeriod: false,
  diagnostic: false,
} as const;

/** A kind of attestation of which a subject has one result in a study year. RK 1.3. */
export const onceAYear = {
  attestation: true,
  once: true,
  byPeriod: false,
  diagnostic: false,
} as const;

/** Assessment: its kinds, forms and origins, who may assess, and special conditions. D6. */
export const assessment = section({
  name: 'assessment',
  event: 'AssessmentRulesSet',
  fields: {
    /** Kinds; those with `attestation` (interim, final) go into grade sheets and completion. */
    kinds: field.list(
      field.object({
        ...field.titled,
        attestation: field.yesNo,
        /**
         * Whether a subject has one result of this kind in a study year. A second one is then a
         * retake, a correction, the decision on an appeal, or one of the state attestation. RK 1.3.
         */
        once: field.since(2, field.yesNo),
        /** Whether each result names a period of `periods`, such as a quarter. RK 1.2. */
        byPeriod: field.since(2, field.yesNo),
        /**
         * Whether its results are for teachers only: neither the learner nor a representative is
         * shown them. Null: the edition is older than this question. R4 §4.2.
         */
        diagnostic: field.since(3, field.orNull(field.yesNo)),
      }),
      { min: 1, max: 50, unique: field.idOf },
    ),
    /** Forms done at a distance, so that an absence from the day's lesson rules out no mark. */
    distanceForms: field.since(2, field.ids()),
    /** Periods within a study year: quarters, trimesters, half-years. */
    periods: field.since(2, field.titledList()),
    /** Forms: `test`, `exam`, `credit-test`, … */
    forms: field.titledList({ min: 1 }),
    /** Origins: `internal`, `external`, `independent`. */
    origins: field.ids({ min: 1 }),
    /** Offices that assess. */
    assessorOffices: field.offices(),
    /** Whether a platform may assess, without a person in an office. */
    platformMayAssess: field.yesNo,
    /** The kind that comes last: its mark is not dated before other marks. Null: none. R2 §2.3. */
    finalKind: field.orNull(field.assessmentKind),
    /**
     * The state final attestation (ГИА): its kind, which only modules taken at it may have, and the
     * kinds that such modules may not have (`closes`); null: there is none. R5 §4.1.
     */
    stateFinal: field.orNull(
      field.object({ kind: field.assessmentKind, closes: field.assessmentKinds() }),
    ),
    /** Whether learners are informed of the requirements when study begins. R2 §1.5. */
    requirementsAnnounced: field.yesNo,
    /** Sheets on which learners sign that they know the requirements, or saw the diary. */
    acquaintance: field.since(
      3,
      field.object({
        /** Offices that make them acquainted, and enter the sheet. R2 §1.5: the teacher. */
        offices: field.offices(),
        /** Whether a new edition of the requirements is to be made known again. */
        again: field.yesNo,
      }),
    ),
    /** Analytical notes on what diagnostics and monitoring found. R1 §4/5.5.1, R4 §4.2. */
    analyticalNotes: field.since(
      3,
      field.object({
        /** Offices that write one. */
        authorOffices: field.offices(),
        /** Offices whose holders may read one: notes are for teachers. */
        readerOffices: field.offices(),
      }),
    ),
    /** Groups of results by which a report is divided. R5 §2.3, §3.2.4. */
    resultGroups: field.since(
      3,
      field.list(
        field.object({
          ...field.titled,
          /** Which results it groups. */
          of: field.oneOf(['subject', 'metasubject', 'personal']),
        }),
        { max: 50, unique: field.idOf },
      ),
    ),
    /** Reasons of a result without a mark: `submitted`, `not-admitted`, `exempt`. */
    notAssessedReasons: field.titledList(),
    /** Special conditions of attestation, and when they may be granted. R5 §3.4. */
    specialConditions: field.object({
      /** What may be granted: `more-time`, `apart`, … */
      conditions: field.titledList(),
      /** Grounds for them: `gifted` (listed in the state resource), `special-needs`. */
      grounds: field.someOf(['gifted', 'special-needs']),
      /** Kinds of assessment at which they may be granted. */
      kinds: field.assessmentKinds(),
      /** Of these, the kinds not allowed in subjects taken at the state final attestation. */
      kindsNotStateFinal: field.assessmentKinds(),
    }),
  },
  // Special conditions follow R5 §3.4 for the gifted, and 273-FZ art. 79 for those with special
  // needs.
  default: {
    kinds: [
      { ...manyTimes, id: 'current', title: { ru: 'Текущий', en: 'Current' } },
      {
        ...manyTimes,
        id: 'interim',
        title: { ru: 'Промежуточный', en: 'Interim' },
        attestation: true,
      },
      { ...onceAYear, id: 'final', title: { ru: 'Итоговый', en: 'Final' } },
    ],
    periods: [
      { id: 'quarter-1', title: { ru: 'I четверть', en: 'First quarter' } },
      { id: 'quarter-2', title: { ru: 'II четверть', en: 'Second quarter' } },
      { id: 'quarter-3', title: { ru: 'III четверть', en: 'Third quarter' } },
      { id: 'quarter-4', title: { ru: 'IV четверть', en: 'Fourth quarter' } },
      { id: 'trimester-1', title: { ru: 'I триместр', en: 'First trimester' } },
      { id: 'trimester-2', title: { ru: 'II триместр', en: 'Second trimester' } },
      { id: 'trimester-3', title: { ru: 'III триместр', en: 'Third trimester' } },
      { id: 'half-year-1', title: { ru: 'I полугодие', en: 'First half-year' } },
      { id: 'half-year-2', title: { ru: 'II полугодие', en: 'Second half-year' } },
    ],
    forms: [
      { id: 'test', title: { ru: 'Тестирование', en: 'Test' } },
      { id: 'exam', title: { ru: 'Экзамен', en: 'Exam' } },
      { id: 'credit-test', title: { ru: 'Зачёт', en: 'Credit test' } },
      {
        id: 'graded-credit-test',
        title: { ru: 'Дифференцированный зачёт', en: 'Graded credit test' },
      },
      { id: 'survey', title: { ru: 'Опрос', en: 'Survey' } },
      { id: 'control-work', title: { ru: 'Контрольная работа', en: 'Control work' } },
      { id: 'interview', title: { ru: 'Собеседование', en: 'Interview' } },
      { id: 'project', title: { ru: 'Проект', en: 'Project' } },
      { id: 'practice', title: { ru: 'Практика', en: 'Practice' } },
      { id: 'internship', title: { ru: 'Стажировка', en: 'Internship' } },
      {
        id: 'qualification-work',
        title: { ru: 'Квалификационная работа', en: 'Qualification work' },
      },
      { id: 'diagnostic', title: { ru: 'Диагностика', en: 'Diagnostic' } },
      { id: 'monitoring', title: { ru: 'Мониторинг', en: 'Monitoring' } },
      { id: 'portfolio', title: { ru: 'Портфолио', en: 'Portfolio' } },
    ],
    distanceForms: ['project', 'practice', 'internship', 'qualification-work', 'portfolio'],
    origins: ['internal', 'external', 'independent'],
    assessorOffices: ['teacher', 'commission-chair', 'commission-member'],
    platformMayAssess: false,
    finalKind: 'final',
    stateFinal: null,
    requirementsAnnounced: false,
    acquaintance: {
      offices: ['teacher', 'deputy-head', 'head', 'records-keeper'],
      again: true,
    },
    analyticalNotes: {
      authorOffices: ['teacher', 'deputy-head', 'head'],
      readerOffices: ['teacher', 'deputy-head', 'head'],
    },
    resultGroups: [],
    notAssessedReasons: [
      { id: 'submitted', title: { ru: 'Сдано, не оценено', en: 'Submitted, not assessed' } },
      { id: 'not-admitted', title: { ru: 'Не допущен', en: 'Not admitted' } },
      { id: 'exempt', title: { ru: 'Освобождён', en: 'Exempt' } },
    ],
    specialConditions: {
      conditions: [
        { id: 'more-time', title: { ru: 'Больше времени', en: 'More time' } },
        { id: 'apart', title: { ru: 'Отдельная аудитория', en: 'A room apart' } },
        { id: 'assistant', title: { ru: 'Помощь ассистента', en: 'Help of an assistant' } },
        { id: 'other-form', title: { ru: 'Иная форма проведения', en: 'Another form' } },
        { id: 'individual-dates', title: { ru: 'Индивидуальные сроки', en: 'Individual dates' } },
      ],
      grounds: ['gifted', 'special-needs'],
      kinds: ['interim', 'final'],
      kindsNotStateFinal: [],
    },
  },
  disagreements: ({ kinds }) =>
    kinds
      .filter(({ attestation, diagnostic }) => attestation && diagnostic === true)
      .map(({ id }) => ({
        ru: `вид «${id}» не может быть и аттестацией, и диагностикой для педагогов`,
        en: `the kind ${id} cannot be both an attestation and diagnostics for teachers`,
      })),
  titles: ({ kinds, forms, notAssessedReasons, resultGroups }) => ({
    assessmentKinds: titlesByCode(kinds, ({ id, title, attestation }) => [
      id,
      { ...title, attestation },
    ]),
    assessmentForms: titlesById(forms),
    notAssessedReasons: titlesById(notAssessedReasons),
    resultGroups: titlesByCode(resultGroups, ({ id, title, of }) => [id, { ...title, of }]),
  }),
});

/** The rules of the section `assessment`. */
export type AssessmentRules = z.infer<typeof assessment.stored>;
