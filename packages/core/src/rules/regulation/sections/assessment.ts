import type * as z from 'zod';
import * as field from './kit/field.ts';
import { section } from './kit/section.ts';
import { titlesById, titlesByCode } from './kit/titled.ts';

/** Kinds, forms and origins of assessment, and who may assess. D6. */
export const assessment = section({
  name: 'assessment',
  event: 'AssessmentRulesSet',
  fields: {
    /** `attestation`: interim and final ones, which go into sheets and completion. */
    kinds: field.list(field.object({ ...field.titled, attestation: field.yesNo }), {
      min: 1,
      max: 50,
      unique: field.idOf,
    }),
    forms: field.titledList({ min: 1 }),
    origins: field.ids({ min: 1 }),
    assessorOffices: field.offices(),
    platformMayAssess: field.yesNo,
    /** Kind that is held at the end of study: not before any of the module's other results. */
    finalKind: field.orNull(field.assessmentKind),
    /**
     * The state final attestation (ГИА): the kind that it is, only for modules that are taken at
     * it, and the kinds that are not held in such modules; null: there is none. R5 §4.1.
     */
    stateFinal: field.orNull(
      field.object({ kind: field.assessmentKind, closes: field.assessmentKinds() }),
    ),
    /** Are requirements of attestation made known at the beginning of study (R2 §1.5)? */
    requirementsAnnounced: field.yesNo,
    /** Codes of results without a mark: `submitted`, `not-admitted`, `exempt`. */
    notAssessedReasons: field.titledList(),
    /** Special conditions of attestation, and when they may be granted. R5 §3.4. */
    specialConditions: field.object({
      /** What may be granted: `more-time`, `apart`, … */
      conditions: field.titledList(),
      /** What opens them: `gifted` (listed in the state resource), `special-needs`. */
      grounds: field.someOf(['gifted', 'special-needs']),
      /** Kinds of assessment at which they may be granted. */
      kinds: field.assessmentKinds(),
      /** Of these, the kinds closed to subjects taken at the state final attestation. */
      kindsNotStateFinal: field.assessmentKinds(),
    }),
  },
  // Special conditions: as R5 §3.4 has them for the gifted, and 273-FZ art. 79 for those with
  // special needs.
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

export type AssessmentRules = z.infer<typeof assessment.stored>;
