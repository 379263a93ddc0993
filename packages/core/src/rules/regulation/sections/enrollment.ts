import type * as z from 'zod';
import * as field from './kit/field.ts';
import { section } from './kit/section.ts';
import { titlesByCode, titlesById } from './kit/titled.ts';

const WILLS = ['learner', 'organisation', 'beyond'] as const;

/** A reason of discharge, as the fields below describe it. */
interface DischargeReason {
  readonly id: string;
  readonly title: { readonly ru: string; readonly en: string };
  readonly programmeTypes: string[];
  readonly leastAge: number | null;
  readonly notForSpecialNeeds: boolean;
  readonly will: (typeof WILLS)[number] | null;
  readonly asksWhereTo: boolean;
  readonly beforePaper: boolean;
}

/** A reason of discharge by somebody's will, with what is special about it. */
const because = (
  id: string,
  will: (typeof WILLS)[number],
  title: DischargeReason['title'],
  special: Partial<DischargeReason> = {},
): DischargeReason => ({
  id,
  title,
  programmeTypes: [],
  leastAge: null,
  notForSpecialNeeds: false,
  will,
  asksWhereTo: false,
  beforePaper: false,
  ...special,
});

/**
 * The usual reasons. Whose will they are: 273-FZ art. 61 p. 2. A debt ends main professional
 * programmes only: 273-FZ art. 58 p. 11. The least age, and whom a disciplinary measure spares, are
 * our default.
 */
export const usualDischargeReasons: DischargeReason[] = [
  because('own-wish', 'learner', { ru: 'По собственному желанию', en: 'At their own wish' }),
  because(
    'moved',
    'learner',
    { ru: 'Перевод в другую организацию', en: 'Moved elsewhere' },
    { asksWhereTo: true },
  ),
  because('not-completed', 'organisation', {
    ru: 'Программа не освоена',
    en: 'Programme not mastered',
  }),
  because(
    'debts',
    'organisation',
    { ru: 'Академическая задолженность', en: 'Academic debts' },
    { programmeTypes: ['secondary-vocational', 'higher-education'] },
  ),
  because(
    'expelled',
    'organisation',
    { ru: 'Мера взыскания', en: 'Disciplinary measure' },
    { leastAge: 15, notForSpecialNeeds: true },
  ),
  because('contract-ended', 'organisation', { ru: 'Расторжение договора', en: 'Contract ended' }),
  because('unlawful-admission', 'organisation', {
    ru: 'Незаконное зачисление по вине обучающегося',
    en: 'Unlawful admission through their fault',
  }),
  because('liquidation', 'beyond', {
    ru: 'Ликвидация организации',
    en: 'The organisation is closed down',
  }),
  because('beyond-both', 'beyond', {
    ru: 'Обстоятельства, не зависящие от воли сторон',
    en: 'Circumstances beyond both sides',
  }),
  because(
    'death',
    'beyond',
    { ru: 'Смерть обучающегося', en: 'Death of the learner' },
    { beforePaper: true },
  ),
];

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
      }),
      { unique: field.idOf },
    ),
    /** Reasons of suspension. */
    suspensionReasons: field.titledList(),
  },
  // Orders for enrolling and discharge: 273-FZ art. 53 and 61; for the other acts our default.
  default: {
    onePer: 'group',
    orderFor: ['enroll', 'transfer', 'suspend', 'reinstate', 'complete', 'discharge'],
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
  },
  titles: ({ dischargeReasons, suspensionReasons }) => ({
    dischargeReasons: titlesByCode(dischargeReasons, ({ id, title, will }) => [
      id,
      { ...title, will },
    ]),
    suspensionReasons: titlesById(suspensionReasons),
  }),
});

/** The rules of the section `enrollment`. */
export type EnrollmentRules = z.infer<typeof enrollment.stored>;
