import { refusal } from '../kernel/refusal.ts';

/** No group of this id was opened. */
export const groupUnknown = refusal('group-unknown', (d: { group: string }) => ({
  ru: `Группа ${d.group} не открыта: сначала откройте её`,
  en: `There is no group ${d.group}: open it first`,
}));
