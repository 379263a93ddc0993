import { refusal } from '../../../kernel/refusal.ts';

/** Said where the regulation has no such bank. R3 §3.5. */
export const bankUnknown = refusal(
  'bank-unknown',
  (d: { bank: string; banks: readonly string[] }) => ({
    ru: `Банка достижений «${d.bank}» нет в положении; есть: ${d.banks.join(', ')}`,
    en: `The regulation has no achievement bank ${d.bank}; it has: ${d.banks.join(', ')}`,
  }),
);

/** Said where `due` is not one of the regulation's days of replenishment. */
export const replenishmentNotDue = refusal(
  'replenishment-not-due',
  (d: { due: string; replenishBy: readonly string[] }) => ({
    ru: `${d.due} не срок пополнения; по положению это: ${d.replenishBy.join(', ')}`,
    en: `${d.due} is no day of replenishment; the regulation has: ${d.replenishBy.join(', ')}`,
  }),
);

/** Said where the period that ends on `due` has not begun. */
export const replenishedTooEarly = refusal(
  'replenished-too-early',
  (d: { on: string; due: string; after: string }) => ({
    ru: `${d.on}: период до ${d.due} начинается после ${d.after}; назовите другой срок`,
    en: `${d.on}: the period to ${d.due} begins after ${d.after}; name another due day`,
  }),
);

/** Said where the bank was already replenished for that period. */
export const bankReplenishedAlready = refusal(
  'bank-replenished-already',
  (d: { bank: string; due: string; on: string }) => ({
    ru: `Банк ${d.bank} за период до ${d.due} уже пополнен ${d.on}: второй записи не нужно`,
    en: `The bank ${d.bank} was replenished to ${d.due} on ${d.on} already: once is enough`,
  }),
);
