import { refusal } from '../../../kernel/refusal.ts';

export const groupIsClosed = refusal('group-closed', (d: { group: string; from: string }) => ({
  ru: `Группа ${d.group} закрыта с ${d.from}: откройте новую`,
  en: `Group ${d.group} is closed from ${d.from} on: open a new one`,
}));

export const plannedUnknown = refusal(
  'planned-unknown',
  (d: { group: string; planned: string }) => ({
    ru: `В группе ${d.group} не запланирован контроль ${d.planned}: проверьте id`,
    en: `${d.group} has no planned assessment ${d.planned}: check the id`,
  }),
);

/** No group of this id was opened. */
export const groupUnknown = refusal('group-unknown', (d: { group: string }) => ({
  ru: `Группа ${d.group} не открыта: сначала откройте её`,
  en: `There is no group ${d.group}: open it first`,
}));
