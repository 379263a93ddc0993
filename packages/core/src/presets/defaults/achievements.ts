import type { AchievementRules } from '../../regulation/rules.ts';

/** Achievements where a regulation is silent: its five levels are those of R3 §3.1. */
export const achievements: AchievementRules = {
  section: 'achievements',
  kinds: [
    { id: 'olympiad', title: { ru: 'Олимпиада', en: 'Olympiad' } },
    { id: 'contest', title: { ru: 'Конкурс', en: 'Contest' } },
    { id: 'festival', title: { ru: 'Фестиваль', en: 'Festival' } },
    { id: 'exhibition', title: { ru: 'Выставка', en: 'Exhibition' } },
    { id: 'conference', title: { ru: 'Конференция', en: 'Conference' } },
    { id: 'sport', title: { ru: 'Спортивное мероприятие', en: 'Sports event' } },
    { id: 'gto', title: { ru: 'Нормы ГТО', en: 'Norms of the GTO complex' } },
    { id: 'champion-status', title: { ru: 'Статус чемпиона', en: 'Status of champion' } },
    { id: 'volunteering', title: { ru: 'Волонтёрство', en: 'Volunteering' } },
    { id: 'self-government', title: { ru: 'Самоуправление', en: 'Self-government' } },
  ],
  levels: [
    level('institution', 'Организация', 'Institution', null),
    level('municipal', 'Муниципальный', 'Municipal', 'municipal'),
    level('zonal', 'Зональный', 'Zonal', 'interregional'),
    level('regional', 'Региональный', 'Regional', 'regional'),
    level('national', 'Всероссийский', 'National', 'federal'),
    level('international', 'Международный', 'International', 'international'),
  ],
  outcomes: [
    { id: 'participation', title: { ru: 'Участие', en: 'Participation' }, prize: false },
    { id: 'result', title: { ru: 'Результат', en: 'Result' }, prize: false },
    { id: 'laureate', title: { ru: 'Лауреат', en: 'Laureate' }, prize: true },
    { id: 'prize-winner', title: { ru: 'Призёр', en: 'Prize-winner' }, prize: true },
    { id: 'winner', title: { ru: 'Победитель', en: 'Winner' }, prize: true },
  ],
  officialLists: [
    {
      id: 'gifted-list',
      title: {
        ru: 'Перечень мероприятий для одарённых детей',
        en: 'List of events for gifted children',
      },
    },
  ],
  verifierOffices: ['teacher', 'deputy-head', 'head', 'records-keeper'],
  evidenceRequired: true,
  annulmentOffices: ['teacher', 'head'],
  basisForKinds: ['current', 'interim'],
  basisMustBeVerified: true,
  banks: [],
  replenishBy: [],
  replenishOffices: ['head', 'deputy-head', 'teacher', 'records-keeper'],
};

function level(id: string, ru: string, en: string, indicatorLevel: string | null) {
  return { id, title: { ru, en }, indicatorLevel };
}
