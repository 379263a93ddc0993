import { refusal } from '../../../kernel/refusal.ts';

/** Said where a commission is not formed yet, its term is over, or it is dissolved on the day. */
export const commissionNotWorking = refusal(
  'commission-not-working',
  (d: { commission: string; on: string; from: string; until: string | null }) => ({
    ru:
      `На ${d.on} комиссия ${d.commission} не работает (${d.from} – ${d.until ?? '…'}): ` +
      `укажите день её работы`,
    en:
      `On ${d.on} commission ${d.commission} does not work (${d.from} – ${d.until ?? '…'}): ` +
      `give a day on which it does`,
  }),
);

/** Said where a protocol without a number is to be signed or named as a basis. */
export const protocolNotNumbered = refusal('protocol-not-numbered', (d: { protocol: string }) => ({
  ru: `Протокол ${d.protocol} без номера: сначала присвойте номер`,
  en: `The protocol ${d.protocol} has no number: give it its number first`,
}));

/** Said where results are to be added to a signed protocol: its entries are corrected instead. */
export const protocolIsSigned = refusal(
  'protocol-is-signed',
  (d: { protocol: string; signer: string }) => ({
    ru: `Протокол ${d.protocol} подписан (${d.signer}): строки не добавляют, а исправляют`,
    en: `The protocol ${d.protocol} is signed (${d.signer}): lines are corrected, not added`,
  }),
);

/** Said where a person who was not at the sitting is to sign, dissent or assess. */
export const notPresent = refusal('not-present', (d: { person: string; protocol: string }) => ({
  ru: `${d.person} не присутствовал(а) на заседании ${d.protocol}: назовите другое лицо`,
  en: `${d.person} was not present at the sitting ${d.protocol}: name somebody who was`,
}));

/** Said where a person without a vote is to assess or dissent. */
export const hasNoVote = refusal(
  'has-no-vote',
  (d: { person: string; role: string; protocol: string }) => ({
    ru: `${d.person} (${d.role}) на заседании ${d.protocol} не голосует: назовите голосующего`,
    en: `${d.person} (${d.role}) has no vote at the sitting ${d.protocol}: name one who votes`,
  }),
);

/** Said where no commission of this id was formed. */
export const commissionUnknown = refusal('commission-unknown', (d: { commission: string }) => ({
  ru: `Комиссии ${d.commission} нет: сначала создайте её приказом`,
  en: `There is no commission ${d.commission}: form it by order first`,
}));

/** Said where no sitting with this protocol was recorded. */
export const protocolUnknown = refusal('protocol-unknown', (d: { protocol: string }) => ({
  ru: `Протокола ${d.protocol} нет: сначала запишите заседание комиссии`,
  en: `There is no protocol ${d.protocol}: record the sitting of the commission first`,
}));
