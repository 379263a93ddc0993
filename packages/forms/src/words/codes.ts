import type { Titled } from '@letopis/projections';

/**
 * What codes are called that events hold and no regulation names: relations of representatives,
 * honours, states of a record, reasons of a leave as the library proposes them.
 */
export const CODES: Readonly<Record<string, Titled>> = {
  parent: { ru: 'родитель', en: 'parent' },
  guardian: { ru: 'опекун', en: 'guardian' },
  custodian: { ru: 'попечитель', en: 'custodian' },
  distinction: { ru: 'с отличием', en: 'with distinction' },
  'academic-leave': { ru: 'академический отпуск', en: 'academic leave' },
  illness: { ru: 'болезнь', en: 'illness' },
  none: { ru: 'не начато', en: 'not begun' },
  enrolled: { ru: 'зачислен(а)', en: 'enrolled' },
  studying: { ru: 'обучается', en: 'studying' },
  suspended: { ru: 'в отпуске', en: 'on leave' },
  completed: { ru: 'обучение завершено', en: 'completed' },
  discharged: { ru: 'отчислен(а)', en: 'discharged' },
  open: { ru: 'хранится в подразделении', en: 'kept by the department' },
  'handed-over': { ru: 'передаётся в архив', en: 'handed over to the archive' },
  accepted: { ru: 'принято архивом', en: 'accepted by the archive' },
  proposed: { ru: 'представлено', en: 'proposed' },
  ordered: { ru: 'приказ издан', en: 'ordered' },
  presented: { ru: 'вручено', en: 'presented' },
  revoked: { ru: 'отменено', en: 'revoked' },
};
