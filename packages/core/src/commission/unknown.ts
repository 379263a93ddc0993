import { refusal } from '../kernel/refusal.ts';

/** Nobody formed it. */
export const commissionUnknown = refusal('commission-unknown', (d: { commission: string }) => ({
  ru: `Комиссии ${d.commission} нет: сначала создайте её приказом`,
  en: `There is no commission ${d.commission}: form it by order first`,
}));

/** No such sitting was held. */
export const protocolUnknown = refusal('protocol-unknown', (d: { protocol: string }) => ({
  ru: `Протокола ${d.protocol} нет: сначала запишите заседание комиссии`,
  en: `There is no protocol ${d.protocol}: record the sitting of the commission first`,
}));
