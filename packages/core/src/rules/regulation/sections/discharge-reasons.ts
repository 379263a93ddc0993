/* The usual reasons of discharge: part of the section `enrollment`. RK 1.7. */

/** Whose will a discharge is. */
export const WILLS = ['learner', 'organisation', 'beyond'] as const;

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
  readonly notDuringLeave: boolean;
  readonly closesDebts: boolean;
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
  notDuringLeave: false,
  closesDebts: false,
  ...special,
});

/** Types of professional programmes, as the presets name them. */
const professional = [
  'secondary-vocational',
  'higher-education',
  'vocational-training',
  'qualification-improvement',
  'professional-retraining',
];

/**
 * The usual reasons. Whose will they are, and that only a professional programme ends because its
 * plan is not fulfilled: 273-FZ art. 61 p. 2. A move to another programme of the organisation (an
 * adapted one: art. 58 p. 9) ends one enrollment and begins another; that is our default. A debt
 * ends main professional programmes only: 273-FZ art. 58 p. 11; no measure is taken during a leave:
 * art. 43 p. 7. The least age, and whom a measure spares, are our default.
 */
export const usualDischargeReasons: DischargeReason[] = [
  because('own-wish', 'learner', { ru: 'По собственному желанию', en: 'At their own wish' }),
  because(
    'moved',
    'learner',
    { ru: 'Перевод в другую организацию', en: 'Moved elsewhere' },
    { asksWhereTo: true },
  ),
  because('other-programme', 'learner', {
    ru: 'Перевод на другую программу организации',
    en: 'Moved to another programme here',
  }),
  because(
    'not-completed',
    'organisation',
    { ru: 'Программа не освоена', en: 'Programme not mastered' },
    { programmeTypes: professional },
  ),
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
    { leastAge: 15, notForSpecialNeeds: true, notDuringLeave: true },
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
    { beforePaper: true, closesDebts: true },
  ),
];
