import { refusal } from '../../kernel/refusal.ts';

/** Said where the library has items of that act or template, but not this one. */
export const lawItemUnknown = refusal('law-item-unknown', (d: { item: string }) => ({
  ru: `Пункта ${d.item} в библиотеке нет: возьмите его из перечня норм`,
  en: `The library has no item ${d.item}: take one from the report of law`,
}));

/** Said where other words are confirmed than those that the library prints. */
export const lawWordingDiffers = refusal(
  'law-wording-differs',
  (d: { item: string; wording: string; given: string }) => ({
    ru:
      `${d.item}: печатается «${d.wording}», а сверено «${d.given}»; если в акте иначе, ` +
      'внесите это в положение (для показателя general.indicatorWordings)',
    en:
      `${d.item}: printed is «${d.wording}», compared was «${d.given}»; where the act differs, ` +
      'amend the regulation (for an indicator general.indicatorWordings)',
  }),
);

/** Said where just these words of the item are confirmed already. */
export const lawWordingConfirmed = refusal(
  'law-wording-confirmed',
  (d: { item: string; on: string; entry: string }) => ({
    ru: `${d.item} сверен ${d.on}: аннулируйте запись ${d.entry}, если сверка неверна`,
    en: `${d.item} was confirmed on ${d.on}: annul that entry (${d.entry}) if it was wrong`,
  }),
);

/** Said where a command names an item twice. */
export const lawItemTwice = refusal('law-item-twice', (d: { item: string }) => ({
  ru: `${d.item} назван дважды: оставьте один раз`,
  en: `${d.item} is named twice: name it once`,
}));
