import type { PortfolioRules } from '../../regulation/rules.ts';

/** The portfolio where a regulation is silent: kinds of R1 §4/5.8, R3 §3.4 and R5 §4.8. */
export const portfolio: PortfolioRules = {
  section: 'portfolio',
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
};
