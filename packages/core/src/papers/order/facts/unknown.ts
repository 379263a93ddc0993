import { refusal } from '../../../kernel/refusal.ts';

/* Said to any command whose ground is an order that the register knows otherwise. RK 1.5. */

/** Said where the number stands in the register under another date. */
export const orderOtherDate = refusal(
  'order-other-date',
  (d: { number: string; given: string; registered: string }) => ({
    ru: `Приказ ${d.number} в журнале от ${d.registered}, не от ${d.given}: исправьте одно из двух`,
    en: `Order ${d.number} is registered as of ${d.registered}, not ${d.given}: mend one of them`,
  }),
);

/** Said where the order had been annulled on the day of the act, or from the start. */
export const orderIsAnnulled = refusal(
  'order-annulled',
  (d: { number: string; from: string | null; on: string }) => ({
    ru:
      d.from === null
        ? `Приказ ${d.number} отменён с самого начала: акт ${d.on} на нём стоять не может`
        : `Приказ ${d.number} отменён с ${d.from}: акт ${d.on} на нём стоять не может`,
    en:
      d.from === null
        ? `Order ${d.number} is annulled from the start: an act of ${d.on} cannot rest on it`
        : `Order ${d.number} is annulled from ${d.from}: an act of ${d.on} cannot rest on it`,
  }),
);

/** Said where the regulation asks for registered orders and this one is not in the register. */
export const orderUnregistered = refusal(
  'order-unregistered',
  (d: { number: string; date: string }) => ({
    ru: `Приказа ${d.number} от ${d.date} нет в журнале приказов: сначала зарегистрируйте его`,
    en: `Order ${d.number} of ${d.date} is not in the register of orders: register it first`,
  }),
);
