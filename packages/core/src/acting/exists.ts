import type { LocalisedText } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';

/** What a command may create under an id of its own choice, as each language calls it. */
const KINDS = {
  acquaintance: { ru: 'Лист ознакомления', en: 'sheet of acquaintance' },
  'analytical-note': { ru: 'Аналитическая записка', en: 'analytical note' },
  'contest-protocol': { ru: 'Протокол конкурса', en: 'contest protocol' },
  achievement: { ru: 'Достижение', en: 'achievement' },
  act: { ru: 'Акт или приказ', en: 'act' },
  commendation: { ru: 'Поощрение', en: 'commendation' },
  commission: { ru: 'Комиссия', en: 'commission' },
  consent: { ru: 'Согласие', en: 'consent' },
  'credit-application': { ru: 'Заявление о зачёте', en: 'application for credit' },
  disclosure: { ru: 'Выдача сведений', en: 'disclosure' },
  'form-version': { ru: 'Версия формы', en: 'version of the form' },
  group: { ru: 'Группа', en: 'group' },
  guideline: { ru: 'Целевой ориентир', en: 'target guideline' },
  hold: { ru: 'Запрет на уничтожение', en: 'hold' },
  learner: { ru: 'Обучающийся', en: 'learner' },
  lesson: { ru: 'Занятие', en: 'lesson' },
  module: { ru: 'Модуль', en: 'module' },
  'planned-assessment': { ru: 'Запланированный контроль', en: 'planned assessment' },
  'planned-result': { ru: 'Планируемый результат', en: 'planned result' },
  'portfolio-item': { ru: 'Материал портфолио', en: 'portfolio item' },
  practice: { ru: 'Практика', en: 'practice' },
  'presence-check': { ru: 'Проверка наличия', en: 'check of presence' },
  printout: { ru: 'Распечатка', en: 'printout' },
  programme: { ru: 'Программа', en: 'programme' },
  report: { ru: 'Отчёт', en: 'report' },
  seizure: { ru: 'Изъятие', en: 'seizure' },
  'study-period': { ru: 'Учебный период', en: 'study period' },
  transfer: { ru: 'Передача в архив', en: 'transfer' },
  work: { ru: 'Работа', en: 'work' },
  'year-entry': { ru: 'Запись за учебный год', en: 'entry of the study year' },
} as const satisfies Readonly<Record<string, LocalisedText>>;

/** A kind of thing that a command may create under an id of its own choice. */
export type ExistingKind = keyof typeof KINDS;

/**
 * Said when a command creates something under an id that another thing of its kind already has.
 * `standing` describes the existing one: its day, its learner, or what it belongs to.
 * @example
 * alreadyExists({ kind: 'lesson', id: 'z-1', standing: '2026-09-07' }).text.en;
 * // => 'The lesson z-1 (2026-09-07) exists already: give another id'
 */
export const alreadyExists = refusal(
  'already-exists',
  (d: { kind: ExistingKind; id: string; standing?: string }) => {
    const which = d.standing === undefined ? d.id : `${d.id} (${d.standing})`;
    return {
      ru: `${KINDS[d.kind].ru} ${which} уже есть: дайте другой идентификатор`,
      en: `The ${KINDS[d.kind].en} ${which} exists already: give another id`,
    };
  },
);
