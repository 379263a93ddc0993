import { refusal } from '../../../kernel/refusal.ts';

/** Said where a protocol has its number. */
export const protocolNumberedAlready = refusal(
  'protocol-numbered-already',
  (d: { protocol: string; number: number; year: number }) => ({
    ru: `Протокол ${d.protocol} уже имеет номер ${d.number} за ${d.year} год: второй не нужен`,
    en: `The protocol ${d.protocol} has the number ${d.number} of ${d.year}: one is enough`,
  }),
);
