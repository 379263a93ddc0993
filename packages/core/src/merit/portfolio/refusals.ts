import { refusal } from '../../kernel/refusal.ts';

/** Said where the regulation lists no such holder, kind, medium or reason of removal. */
export const portfolioWordUnknown = refusal(
  'portfolio-word-unknown',
  (d: { field: string; value: string; known: readonly string[] }) => ({
    ru: `${d.field} «${d.value}» положением не предусмотрено; есть: ${d.known.join(', ')}`,
    en: `The regulation provides no ${d.field} ${d.value}; it has: ${d.known.join(', ')}`,
  }),
);

/** Said where the portfolio has no such item. */
export const portfolioItemUnknown = refusal(
  'portfolio-item-unknown',
  (d: { item: string; portfolio: string }) => ({
    ru: `В портфолио ${d.portfolio} нет материала ${d.item}: проверьте идентификатор`,
    en: `The portfolio ${d.portfolio} has no item ${d.item}: check the id`,
  }),
);

/** Said where the item was already removed. */
export const portfolioItemGone = refusal(
  'portfolio-item-removed',
  (d: { item: string; on: string }) => ({
    ru: `Материал ${d.item} изъят ${d.on}: изымать больше нечего`,
    en: `The item ${d.item} was removed on ${d.on}: there is nothing left to remove`,
  }),
);

/**
 * Said where a learner or a representative adds an item, and the regulation allows that to
 * officials only.
 */
export const learnerMayNotAdd = refusal(
  'learner-may-not-add',
  (d: { by: string; edition: number; offices: readonly string[] }) => ({
    ru: `По редакции ${d.edition} ${d.by} сам не вносит; вносят: ${d.offices.join(', ')}`,
    en: `By edition ${d.edition} ${d.by} does not add items; these do: ${d.offices.join(', ')}`,
  }),
);

/** Said where an item of a group's portfolio shows something that is not the group's. */
export const groupHasNone = refusal('group-has-none', (d: { group: string; shows: string }) => ({
  ru: `${d.shows} не группы ${d.group}: внесите его в портфолио обучающегося`,
  en: `${d.shows} is not of group ${d.group}: put it into the learner's portfolio`,
}));
