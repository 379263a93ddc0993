import { refusal } from '../../../kernel/refusal.ts';

/** Not formed yet, its term over, or dissolved. */
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

/** A protocol is signed, and is a basis, under its number. */
export const protocolNotNumbered = refusal('protocol-not-numbered', (d: { protocol: string }) => ({
  ru: `Протокол ${d.protocol} без номера: сначала присвойте номер`,
  en: `The protocol ${d.protocol} has no number: give it its number first`,
}));

/** What is signed is not added to: a wrong line is answered by a correcting one. */
export const protocolIsSigned = refusal(
  'protocol-is-signed',
  (d: { protocol: string; signer: string }) => ({
    ru: `Протокол ${d.protocol} подписан (${d.signer}): строки не добавляют, а исправляют`,
    en: `The protocol ${d.protocol} is signed (${d.signer}): lines are corrected, not added`,
  }),
);

/** Only those who were present sign, dissent or assess. */
export const notPresent = refusal('not-present', (d: { person: string; protocol: string }) => ({
  ru: `${d.person} не присутствовал(а) на заседании ${d.protocol}: назовите другое лицо`,
  en: `${d.person} was not present at the sitting ${d.protocol}: name somebody who was`,
}));

/** A role without a vote neither assesses nor dissents. */
export const hasNoVote = refusal(
  'has-no-vote',
  (d: { person: string; role: string; protocol: string }) => ({
    ru: `${d.person} (${d.role}) на заседании ${d.protocol} не голосует: назовите голосующего`,
    en: `${d.person} (${d.role}) has no vote at the sitting ${d.protocol}: name one who votes`,
  }),
);

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
