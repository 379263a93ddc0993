import type * as z from 'zod';
import * as field from './kit/field.ts';
import { section } from './kit/section.ts';
import { titlesById, titlesByCode } from './kit/titled.ts';

/** Assessment: its kinds, forms and origins, who may assess, and special conditions. D6. */
export const assessment = section({
  name: 'assessment',
  event: 'AssessmentRulesSet',
  fields: {
    /** Kinds; those with `attestation` (interim, final) go into grade sheets and completion. */
    kinds: field.list(field.object({ ...field.titled, attestation: field.yesNo }), {
      min: 1,
      max: 50,
      unique: field.idOf,
    }),
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
      { id: 'current', title: { ru: 'Текущий', en: 'Current' }, attestation: false },
      { id: 'interim', title: { ru: 'Промежуточный', en: 'Interim' }, attestation: true },
      { id: 'final', title: { ru: 'Итоговый', en: 'Final' }, attestation: true },
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
    origins: ['internal', 'external', 'independent'],
    assessorOffices: ['teacher', 'commission-chair', 'commission-member'],
    platformMayAssess: false,
    finalKind: 'final',
    stateFinal: null,
    requirementsAnnounced: false,
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
  titles: ({ kinds, forms, notAssessedReasons }) => ({
    assessmentKinds: titlesByCode(kinds, ({ id, title, attestation }) => [
      id,
      { ...title, attestation },
    ]),
    assessmentForms: titlesById(forms),
    notAssessedReasons: titlesById(notAssessedReasons),
  }),
});

/** The rules of the section `assessment`. */
export type AssessmentRules = z.infer<typeof assessment.stored>;
