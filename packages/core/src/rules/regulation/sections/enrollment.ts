import type * as z from 'zod';
import * as field from './kit/field.ts';
import { section } from './kit/section.ts';
import { titlesById } from './kit/titled.ts';

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
    dischargeReasons: field.titledList(),
    /** Reasons of suspension. */
    suspensionReasons: field.titledList(),
  },
  // Orders for enrolling and discharge: 273-FZ art. 53 and 61; for the other acts our default.
  default: {
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
  },
  titles: ({ dischargeReasons, suspensionReasons }) => ({
    dischargeReasons: titlesById(dischargeReasons),
    suspensionReasons: titlesById(suspensionReasons),
  }),
});

/** The rules of the section `enrollment`. */
export type EnrollmentRules = z.infer<typeof enrollment.stored>;
