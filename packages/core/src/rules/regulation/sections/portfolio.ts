import type * as z from 'zod';
import * as field from './kit/field.ts';
import { section } from './kit/section.ts';
import { titlesById } from './kit/titled.ts';

/** The portfolios of learners and groups. D13, R1 §4/5.8, R3 §3.4, R5 §4.8-4.9. */
export const portfolio = section({
  name: 'portfolio',
  event: 'PortfolioRulesSet',
  fields: {
    /** Kinds of item: `work`, `presentation`, `photo`, `album`, … R3 §3.4, R5 §4.8. */
    kinds: field.titledList(),
    /** Whose portfolios are kept: `learner`, `group`. R1 §4/5.8.1, R5 §4.8. */
    holders: field.someOf(['learner', 'group']),
    /** Media of items: `paper`, `digital`. */
    media: field.someOf(['paper', 'digital']),
    /** Offices that add and remove items. */
    keeperOffices: field.offices(),
    /** Whether the learner or a representative may add an item. */
    learnerMayAdd: field.yesNo,
    /** Reasons of removing an item: `returned`, `replaced`, `damaged`, … */
    removalReasons: field.titledList(),
  },
  // The kinds of R1 §4/5.8, R3 §3.4 and R5 §4.8.
  default: {
    kinds: [
      { id: 'work', title: { ru: 'Работа', en: 'Work' } },
      { id: 'presentation', title: { ru: 'Презентация', en: 'Presentation' } },
      { id: 'photo', title: { ru: 'Фотография', en: 'Photo' } },
      { id: 'video', title: { ru: 'Видео', en: 'Video' } },
      { id: 'collection', title: { ru: 'Коллекция, сборник работ', en: 'Collection' } },
      { id: 'screenshot', title: { ru: 'Скриншот', en: 'Screenshot' } },
      { id: 'album', title: { ru: 'Альбом', en: 'Album' } },
      { id: 'model', title: { ru: 'Макет, поделка', en: 'Model' } },
      { id: 'review', title: { ru: 'Отзыв', en: 'Review' } },
      { id: 'certificate', title: { ru: 'Подтверждающий документ', en: 'Certificate' } },
      { id: 'commendation-copy', title: { ru: 'Копия поощрения', en: 'Copy of a commendation' } },
    ],
    holders: ['learner', 'group'],
    media: ['paper', 'digital'],
    keeperOffices: ['teacher', 'deputy-head', 'head', 'records-keeper'],
    learnerMayAdd: false,
    removalReasons: [
      { id: 'returned', title: { ru: 'Возвращено обучающемуся', en: 'Returned to the learner' } },
      { id: 'replaced', title: { ru: 'Заменено новым', en: 'Replaced by a newer one' } },
      { id: 'damaged', title: { ru: 'Пришло в негодность', en: 'Damaged' } },
      { id: 'added-in-error', title: { ru: 'Внесено ошибочно', en: 'Added in error' } },
    ],
  },
  titles: ({ kinds }) => ({ portfolioKinds: titlesById(kinds) }),
});

/** The rules of the section `portfolio`. */
export type PortfolioRules = z.infer<typeof portfolio.stored>;
