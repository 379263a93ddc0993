import type {
  AssessmentRules,
  CommendationRules,
  EnrollmentRules,
  GeneralRules,
  LessonRules,
  ScaleRules,
} from '../regulation/rules.ts';
import type { GradingScale } from '../values/grading-scale.ts';

/*
 * What a preset takes where its regulation is silent. No clause states any of it: a preset names it
 * `default` in its sources, and an organisation changes it by an edition of its own.
 */

/** Grading scales in the shape in which an edition stores them. */
export function declared(...scales: readonly GradingScale[]): ScaleRules['scales'] {
  return scales.map((scale) =>
    scale.kind === 'levels' ? { ...scale, levels: scale.levels.map((one) => ({ ...one })) } : scale,
  );
}

/** Offices that the rules of a preset name. */
export const offices: GeneralRules['offices'] = [
  { id: 'head', title: { ru: 'Руководитель', en: 'Head' } },
  { id: 'deputy-head', title: { ru: 'Заместитель руководителя', en: 'Deputy head' } },
  { id: 'teacher', title: { ru: 'Педагог', en: 'Teacher' } },
  { id: 'records-keeper', title: { ru: 'Ответственный за учёт', en: 'Keeper of records' } },
  { id: 'archivist', title: { ru: 'Архивариус', en: 'Archivist' } },
  { id: 'commission-chair', title: { ru: 'Председатель комиссии', en: 'Chair of commission' } },
  { id: 'commission-member', title: { ru: 'Член комиссии', en: 'Member of commission' } },
  { id: 'commission-secretary', title: { ru: 'Секретарь комиссии', en: 'Secretary' } },
];

/** Forms of assessment. Domain D6. */
export const forms: AssessmentRules['forms'] = [
  { id: 'test', title: { ru: 'Тестирование', en: 'Test' } },
  { id: 'exam', title: { ru: 'Экзамен', en: 'Exam' } },
  { id: 'credit-test', title: { ru: 'Зачёт', en: 'Credit test' } },
  { id: 'graded-credit-test', title: { ru: 'Дифференцированный зачёт', en: 'Graded credit test' } },
  { id: 'survey', title: { ru: 'Опрос', en: 'Survey' } },
  { id: 'control-work', title: { ru: 'Контрольная работа', en: 'Control work' } },
  { id: 'interview', title: { ru: 'Собеседование', en: 'Interview' } },
  { id: 'project', title: { ru: 'Проект', en: 'Project' } },
  { id: 'practice', title: { ru: 'Практика', en: 'Practice' } },
  { id: 'internship', title: { ru: 'Стажировка', en: 'Internship' } },
  { id: 'qualification-work', title: { ru: 'Квалификационная работа', en: 'Qualification work' } },
  { id: 'diagnostic', title: { ru: 'Диагностика', en: 'Diagnostic' } },
  { id: 'monitoring', title: { ru: 'Мониторинг', en: 'Monitoring' } },
  { id: 'portfolio', title: { ru: 'Портфолио', en: 'Portfolio' } },
];

/** Why a result has no mark. */
export const notAssessedReasons: AssessmentRules['notAssessedReasons'] = [
  { id: 'submitted', title: { ru: 'Сдано, не оценено', en: 'Submitted, not assessed' } },
  { id: 'not-admitted', title: { ru: 'Не допущен', en: 'Not admitted' } },
  { id: 'exempt', title: { ru: 'Освобождён', en: 'Exempt' } },
];

/**
 * Special conditions of attestation: as R5 §3.4 has them for the gifted, and 273-FZ art. 79 for
 * those with special needs.
 */
export const specialConditions: AssessmentRules['specialConditions'] = {
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
};

/** Lessons and attendance: codes of absence; who was there, also late, has none. */
export const lessons: LessonRules = {
  section: 'lessons',
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
};

/** The life of an enrollment. Orders: 273-FZ art. 53 and art. 61; the others are our default. */
export const enrollment: EnrollmentRules = {
  section: 'enrollment',
  onePer: 'group',
  orderFor: ['enroll', 'transfer', 'suspend', 'reinstate', 'complete', 'discharge'],
  dischargeReasons: [
    { id: 'own-wish', title: { ru: 'По собственному желанию', en: 'At their own wish' } },
    { id: 'not-completed', title: { ru: 'Программа не освоена', en: 'Programme not mastered' } },
    { id: 'expelled', title: { ru: 'Мера взыскания', en: 'Disciplinary measure' } },
    { id: 'contract-ended', title: { ru: 'Расторжение договора', en: 'Contract ended' } },
    { id: 'moved', title: { ru: 'Перевод в другую организацию', en: 'Moved elsewhere' } },
  ],
  suspensionReasons: [
    { id: 'academic-leave', title: { ru: 'Академический отпуск', en: 'Academic leave' } },
    { id: 'illness', title: { ru: 'Болезнь', en: 'Illness' } },
    {
      id: 'maternity-leave',
      title: { ru: 'Отпуск по беременности и родам', en: 'Maternity leave' },
    },
    { id: 'family', title: { ru: 'Семейные обстоятельства', en: 'Family circumstances' } },
    { id: 'military-service', title: { ru: 'Военная служба', en: 'Military service' } },
  ],
};

/** Commendations. Kinds and grounds as R1 §5 has them, the nine areas of R1 §5.1.1. */
export const commendation: CommendationRules = {
  section: 'commendation',
  kinds: [
    { id: 'certificate-of-honour', title: { ru: 'Грамота', en: 'Certificate of honour' } },
    { id: 'participant-diploma', title: { ru: 'Диплом участника', en: 'Participant’s diploma' } },
    { id: 'letter-of-thanks', title: { ru: 'Благодарность', en: 'Letter of thanks' } },
  ],
  separateAct: null,
  areas: [
    { id: 'study', title: { ru: 'Учебная', en: 'Study' } },
    { id: 'physical-culture', title: { ru: 'Физкультурная', en: 'Physical culture' } },
    { id: 'sport', title: { ru: 'Спортивная', en: 'Sport' } },
    { id: 'social', title: { ru: 'Общественная', en: 'Social' } },
    { id: 'science', title: { ru: 'Научная', en: 'Science' } },
    { id: 'technology', title: { ru: 'Научно-техническая', en: 'Science and technology' } },
    { id: 'creative', title: { ru: 'Творческая', en: 'Creative' } },
    { id: 'experimental', title: { ru: 'Экспериментальная', en: 'Experimental' } },
    { id: 'innovation', title: { ru: 'Инновационная', en: 'Innovation' } },
  ],
  bases: ['documented-success', 'practice', 'petition'],
  orderOffices: ['head'],
  orderRequired: true,
  copiesTo: 'personal-file',
  countsIn: ['current', 'interim'],
  publicationNeedsConsent: true,
  revocable: true,
};
