import { refusal } from '../../../kernel/refusal.ts';

/**
 * Said where a learner is to enter a group that takes no new enrollments on the day, or to come
 * back to one that was merged into another by then.
 */
export const groupIsClosed = refusal(
  'group-closed',
  (d: { group: string; from: string; into: string | null }) =>
    d.into === null
      ? {
          ru: `Группа ${d.group} закрыта с ${d.from}: откройте новую`,
          en: `Group ${d.group} is closed from ${d.from} on: open a new one`,
        }
      : {
          ru: `Группа ${d.group} с ${d.from} влита в ${d.into}: назовите её`,
          en: `Group ${d.group} was merged into ${d.into} from ${d.from} on: name that one`,
        },
);

/** Said where the group has no planned assessment of this id, or it was dropped. */
export const plannedUnknown = refusal(
  'planned-unknown',
  (d: { group: string; planned: string }) => ({
    ru: `В группе ${d.group} не запланирован контроль ${d.planned}: проверьте id`,
    en: `${d.group} has no planned assessment ${d.planned}: check the id`,
  }),
);

/** Said where no group of this id was opened. */
export const groupUnknown = refusal('group-unknown', (d: { group: string }) => ({
  ru: `Группа ${d.group} не открыта: сначала откройте её`,
  en: `There is no group ${d.group}: open it first`,
}));
