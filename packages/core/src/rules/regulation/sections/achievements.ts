import type * as z from 'zod';
import * as field from './kit/field.ts';
import { section } from './kit/section.ts';
import { titlesById } from './kit/titled.ts';

/**
 * Achievements: their kinds, levels and outcomes, who verifies them, and the banks (collections) in
 * which they are listed. D12, R3 §3.1, §3.4-3.6, R5 §3.2.1-3.2.3.
 */
export const achievements = section({
  name: 'achievements',
  event: 'AchievementRulesSet',
  fields: {
    /** Kinds of event: `olympiad`, `contest`, `festival`, `sport`, … R5 §3.2.2-3.2.3. */
    kinds: field.titledList(),
    /** Levels, lowest first. R3 §3.1, R4 §4.5.3. */
    levels: field.list(
      field.object({
        ...field.titled,
        /** Level of the self-evaluation indicators in which it counts; null: in none. */
        indicatorLevel: field.orNull(field.id),
      }),
      { max: 20, unique: field.idOf },
    ),
    /** `participation`, `laureate`, `prize-winner`, `winner`, … R5 §3.2.2. */
    outcomes: field.list(
      field.object({
        ...field.titled,
        /** Whether the self-evaluation counts it among winners and prize-winners. */
        prize: field.yesNo,
      }),
      { max: 20, unique: field.idOf },
    ),
    /** Official lists that may contain an event. R5 §3.2.2. */
    officialLists: field.titledList(),
    /** Offices that verify an achievement. */
    verifierOffices: field.offices(),
    /** Whether verifying needs a document. R3 §3.6, R5 §4.7. */
    evidenceRequired: field.yesNo,
    /** Offices that annul an achievement. */
    annulmentOffices: field.offices(),
    /** Kinds of assessment whose result may be based on an achievement. R3 §1.4: interim. */
    basisForKinds: field.assessmentKinds(),
    /** Whether an achievement must be verified before a result is based on it. */
    basisMustBeVerified: field.yesNo,
    /** Banks of achievements: of learners, of collectives, of the institution. R3 §3.5. */
    banks: field.list(
      field.object({
        ...field.titled,
        /** Whose achievements it lists. */
        holder: field.oneOf(['learner', 'group', 'institution']),
      }),
      { max: 10, unique: field.idOf },
    ),
    /** Days of the year, `MM-DD`, by which each bank must be updated. R3 §3.5: twice a year. */
    replenishBy: field.list(field.dayOfYear, { max: 12, unique: (day) => day }),
    /** Offices that update a bank. */
    replenishOffices: field.offices(),
    /**
     * Days after an achievement within which it is entered in time; null: it is in time until its
     * half-year is to be closed.
     */
    entryDays: field.since(2, field.orNull(field.integer(0, 366))),
  },
  // The levels of R3 §3.1, and below them the organisation itself.
  default: {
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
    entryDays: null,
  },
  titles: ({ kinds, levels, outcomes }) => ({
    achievementKinds: titlesById(kinds),
    achievementLevels: titlesById(levels),
    achievementOutcomes: titlesById(outcomes),
  }),
});

/** The rules of the section `achievements`. */
export type AchievementRules = z.infer<typeof achievements.stored>;

function level(id: string, ru: string, en: string, indicatorLevel: string | null) {
  return { id, title: { ru, en }, indicatorLevel };
}
