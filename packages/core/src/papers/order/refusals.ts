import { refusal } from '../../kernel/refusal.ts';

/** Said where the register of the year has no order with this number. */
export const orderUnknown = refusal('order-unknown', (d: { number: string; year: string }) => ({
  ru: `В журнале приказов за ${d.year} год нет приказа ${d.number}: проверьте номер и год`,
  en: `The register of orders of ${d.year} has no order ${d.number}: check number and year`,
}));

/** Said where the number was given to an order of the year already. */
export const orderNumberTaken = refusal(
  'order-number-taken',
  (d: { number: string; date: string; title: string }) => ({
    ru: `Номер ${d.number} уже у приказа от ${d.date} «${d.title}»: дайте другой номер`,
    en: `The number ${d.number} belongs to the order of ${d.date}, "${d.title}": give another`,
  }),
);

/** Said where an order is annulled that has been annulled. */
export const orderAnnulledBefore = refusal(
  'order-annulled-already',
  (d: { number: string; from: string | null }) => ({
    ru: `Приказ ${d.number} уже отменён (с ${d.from ?? 'самого начала'})`,
    en: `The order ${d.number} was annulled already (from ${d.from ?? 'the start'})`,
  }),
);

/** Said where a correction would move an order to the register of another year. */
export const orderOfOtherYear = refusal(
  'order-of-other-year',
  (d: { date: string; year: string }) => ({
    ru: `${d.date} не в ${d.year} году: аннулируйте запись и внесите приказ в журнал его года`,
    en: `${d.date} is not in ${d.year}: annul the entry, and register the order in its own year`,
  }),
);
