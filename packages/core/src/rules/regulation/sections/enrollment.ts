import type * as z from 'zod';
import { WILLS, usualDischargeReasons } from './discharge-reasons.ts';
import * as field from './kit/field.ts';
import { section } from './kit/section.ts';
import { titlesByCode, titlesById } from './kit/titled.ts';

/** A form or arrangement of study, and what it changes in the learner's records. */
const studyForms = () =>
  field.list(
    field.object({
      ...field.titled,
      /** Types of programme in which it may be set; empty: any. 273-FZ art. 63 part 2. */
      programmeTypes: field.since(3, field.ids()),
      /** Which lessons list the learner: those of the class, individual ones, or none. */
      lessons: field.oneOf(['class', 'individual', 'none']),
      /** Which results are recorded: all, or those of attestation only. 273-FZ art. 34. */
      results: field.oneOf(['all', 'attestation']),
      /** Whether it needs an order as its ground. */
      orderRequired: field.yesNo,
      /** Whether it needs a paper beside: a medical conclusion, an application. */
      paperRequired: field.yesNo,
    }),
    { max: 50, unique: field.idOf },
  );

/** Enrollment: which acts need an order, and the reasons of discharge and suspension. D4. */
export const enrollment = section({
  name: 'enrollment',
  event: 'EnrollmentRulesSet',
  fields: {
    /** Whether a learner may have one open enrollment per `group`, or per `programme`. */
    onePer: field.oneOf(['group', 'programme']),
    /** Acts that need an order as ground: `enroll`, `transfer`, `suspend`, `reinstate`, … */
    orderFor: field.ids(),
    /** Reasons of discharge without completion. */
    dischargeReasons: field.list(
      field.object({
        ...field.titled,
        /** Types of programme for which it may be given; empty: any. */
        programmeTypes: field.since(2, field.ids()),
        /** Least age of the learner on the day, in full years; null: any. */
        leastAge: field.since(2, field.orNull(field.integer(1, 100))),
        /** Whether it may not be given to a learner with special needs. */
        notForSpecialNeeds: field.since(2, field.yesNo),
        /** Whose will it is: the learner's, the organisation's, beyond both; null: not said. */
        will: field.since(2, field.orNull(field.oneOf(WILLS))),
        /** Whether the organisation that the learner moves to must be named. */
        asksWhereTo: field.since(2, field.yesNo),
        /** Whether the discharge may be dated before its order: it follows from a fact. */
        beforePaper: field.since(2, field.yesNo),
        /** Whether it may not be given while study is suspended. 273-FZ art. 43 part 7. */
        notDuringLeave: field.since(2, field.yesNo),
        /** Whether nothing is owed from then on. */
        closesDebts: field.since(2, field.yesNo),
      }),
      { unique: field.idOf },
    ),
    /** Reasons of suspension. */
    suspensionReasons: field.titledList(),
    /**
     * Types of programme whose learners move between study years by decision only: there `transfer`
     * to a group of another form or study year needs one. 273-FZ art. 58 part 8.
     */
    promotionRequired: field.since(2, field.ids()),
    /** The decisions on a learner's study year. */
    yearDecisions: field.since(
      2,
      field.list(
        field.object({
          ...field.titled,
          /** Whether the learner goes on to the next form, repeats the year, or either is open. */
          outcome: field.oneOf(['advances', 'repeats', 'open']),
          /** Failing results: there may be `none`, all are `named` with a term, or `any`. */
          debts: field.oneOf(['none', 'named', 'any']),
          /** Whether the protocol of the council must be named. */
          protocolRequired: field.yesNo,
          /** Whether the application of the parents must be named. */
          applicationRequired: field.yesNo,
        }),
        { max: 20, unique: field.idOf },
      ),
    ),
    /** Forms of receiving education; the first one holds where none is recorded. */
    educationForms: field.since(2, studyForms()),
    /** Forms of study; the first one holds where none is recorded. */
    studyForms: field.since(2, studyForms()),
    /** Arrangements beside them, of which several may hold: home study, extern, … */
    arrangements: field.since(2, studyForms()),
  },
  // Orders for enrolling and discharge: 273-FZ art. 53 and 61; for the other acts our default.
  default: {
    onePer: 'group',
    orderFor: [
      'enroll',
      'transfer',
      'suspend',
      'reinstate',
      'complete',
      'discharge',
      'decide-year',
    ],
    dischargeReasons: usualDischargeReasons,
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
    // No type has study years unless a regulation says so; our default.
    promotionRequired: [],
    // 273-FZ art. 58 parts 8 and 9. That a protocol is named is our default.
    yearDecisions: [
      {
        id: 'promoted',
        title: { ru: 'Переведён', en: 'Promoted' },
        outcome: 'advances',
        debts: 'none',
        protocolRequired: true,
        applicationRequired: false,
      },
      {
        id: 'promoted-conditionally',
        title: { ru: 'Переведён условно', en: 'Promoted conditionally' },
        outcome: 'advances',
        debts: 'named',
        protocolRequired: true,
        applicationRequired: false,
      },
      {
        id: 'repeats',
        title: { ru: 'Оставлен на повторное обучение', en: 'Repeats the year' },
        outcome: 'repeats',
        debts: 'any',
        protocolRequired: true,
        applicationRequired: true,
      },
      {
        id: 'adapted-programme',
        title: { ru: 'Обучение по адаптированной программе', en: 'Adapted programme' },
        outcome: 'open',
        debts: 'any',
        protocolRequired: true,
        applicationRequired: true,
      },
      {
        id: 'individual-plan',
        title: { ru: 'Обучение по индивидуальному учебному плану', en: 'Individual plan' },
        outcome: 'open',
        debts: 'any',
        protocolRequired: true,
        applicationRequired: true,
      },
    ],
    // 273-FZ art. 17 parts 1 and 3; who studies outside the organisation passes attestation in it
    // as an extern (art. 34 part 3). Outside it general education is had in the family, and
    // secondary general education also by oneself (art. 63 part 2).
    educationForms: [
      {
        id: 'organisation',
        title: { ru: 'В организации', en: 'In the organisation' },
        programmeTypes: [],
        lessons: 'class',
        results: 'all',
        orderRequired: false,
        paperRequired: false,
      },
      {
        id: 'family',
        title: { ru: 'Семейное образование', en: 'Family education' },
        programmeTypes: ['primary-general', 'basic-general', 'secondary-general'],
        lessons: 'none',
        results: 'attestation',
        orderRequired: true,
        paperRequired: false,
      },
      {
        id: 'self-education',
        title: { ru: 'Самообразование', en: 'Self-education' },
        programmeTypes: ['secondary-general'],
        lessons: 'none',
        results: 'attestation',
        orderRequired: true,
        paperRequired: false,
      },
    ],
    // 273-FZ art. 17 part 2.
    studyForms: [
      {
        id: 'full-time',
        title: { ru: 'Очная', en: 'Full-time' },
        programmeTypes: [],
        lessons: 'class',
        results: 'all',
        orderRequired: false,
        paperRequired: false,
      },
      {
        id: 'part-time',
        title: { ru: 'Очно-заочная', en: 'Part-time' },
        programmeTypes: [],
        lessons: 'class',
        results: 'all',
        orderRequired: true,
        paperRequired: false,
      },
      {
        id: 'correspondence',
        title: { ru: 'Заочная', en: 'By correspondence' },
        programmeTypes: [],
        lessons: 'class',
        results: 'all',
        orderRequired: true,
        paperRequired: false,
      },
    ],
    // Home study by a medical conclusion: 273-FZ art. 41 part 5. Extern and individual plan: art.
    // 34.
    arrangements: [
      {
        id: 'home-study',
        title: { ru: 'Обучение на дому', en: 'Home study' },
        programmeTypes: [],
        lessons: 'individual',
        results: 'all',
        orderRequired: true,
        paperRequired: true,
      },
      {
        id: 'extern',
        title: { ru: 'Экстерн', en: 'Extern' },
        programmeTypes: [],
        lessons: 'none',
        results: 'attestation',
        orderRequired: true,
        paperRequired: false,
      },
      {
        id: 'individual-plan',
        title: { ru: 'Индивидуальный учебный план', en: 'Individual plan' },
        programmeTypes: [],
        lessons: 'class',
        results: 'all',
        orderRequired: true,
        paperRequired: false,
      },
    ],
  },
  titles: (rules) => ({
    dischargeReasons: titlesByCode(rules.dischargeReasons, ({ id, title, will }) => [
      id,
      { ...title, will },
    ]),
    suspensionReasons: titlesById(rules.suspensionReasons),
    yearDecisions: titlesById(rules.yearDecisions),
    educationForms: titlesById(rules.educationForms),
    studyForms: titlesById(rules.studyForms),
    arrangements: titlesById(rules.arrangements),
  }),
});

/** The rules of the section `enrollment`. */
export type EnrollmentRules = z.infer<typeof enrollment.stored>;
