import { refusal } from '../kernel/refusal.ts';

/** Nobody recorded it. */
export const achievementUnknown = refusal('achievement-unknown', (d: { achievement: string }) => ({
  ru: `Достижения ${d.achievement} нет: сначала внесите его`,
  en: `There is no achievement ${d.achievement}: record it first`,
}));

/** The word is none of the regulation's. */
export const achievementWordUnknown = refusal(
  'achievement-word-unknown',
  (d: { field: string; value: string; known: readonly string[] }) => ({
    ru: `${d.field} «${d.value}» не из положения; выберите: ${d.known.join(', ')}`,
    en: `The regulation has no ${d.field} ${d.value}; choose of: ${d.known.join(', ')}`,
  }),
);

/** It was annulled. */
export const achievementIsAnnulled = refusal(
  'achievement-annulled',
  (d: { achievement: string; on: string }) => ({
    ru: `Достижение ${d.achievement} аннулировано ${d.on}: внесите новое`,
    en: `The achievement ${d.achievement} was annulled on ${d.on}: record a new one`,
  }),
);

/** The learner took no part in it, or had it later. */
export const achievementOfAnother = refusal(
  'achievement-of-another',
  (d: { achievement: string; learner: string; on: string }) => ({
    ru: `На ${d.on} достижение ${d.achievement} не принадлежит ${d.learner}: назовите другое`,
    en: `On ${d.on} the achievement ${d.achievement} is not of ${d.learner}: name one of theirs`,
  }),
);

/** A learner's document goes with the learner, a collective's with the collective. */
export const evidenceMisplaced = refusal(
  'evidence-misplaced',
  (d: { achievement: string; holder: string }) => ({
    ru: `${d.achievement}, владелец ${d.holder}: learner называют только у документа участника`,
    en: `${d.achievement} is of a ${d.holder}: name the learner of the document only for theirs`,
  }),
);

/** No document shows it. R3 §3.6. */
export const evidenceMissing = refusal(
  'evidence-missing',
  (d: { achievement: string; without: readonly string[] }) => ({
    ru: `Без документа ${d.achievement} не подтвердить (нет: ${d.without.join(', ')}): внесите его`,
    en: `${d.achievement} is not verified without a document (${d.without.join(', ')}): add it`,
  }),
);

/** It was not verified by then. */
export const achievementNotVerified = refusal(
  'achievement-not-verified',
  (d: { achievement: string; on: string }) => ({
    ru: `На ${d.on} достижение ${d.achievement} не подтверждено: сначала подтвердите`,
    en: `The achievement ${d.achievement} is not verified on ${d.on}: verify it first`,
  }),
);

/** The regulation lets no result of this kind rest on such a basis. R3 §1.4, R1 §5.5. */
export const basisNotForKind = refusal(
  'basis-not-for-kind',
  (d: { basis: string; kind: string; kinds: readonly string[] }) => ({
    ru: `Вид «${d.kind}» не опирается на ${d.basis}; положение допускает: ${d.kinds.join(', ')}`,
    en: `A result of kind ${d.kind} does not rest on ${d.basis}; kinds: ${d.kinds.join(', ')}`,
  }),
);

/** The regulation keeps no such bank. R3 §3.5. */
export const bankUnknown = refusal(
  'bank-unknown',
  (d: { bank: string; banks: readonly string[] }) => ({
    ru: `Банка достижений «${d.bank}» нет в положении; есть: ${d.banks.join(', ')}`,
    en: `The regulation has no achievement bank ${d.bank}; it has: ${d.banks.join(', ')}`,
  }),
);

/** No period ends on that day. */
export const replenishmentNotDue = refusal(
  'replenishment-not-due',
  (d: { due: string; replenishBy: readonly string[] }) => ({
    ru: `${d.due} не срок пополнения; по положению это: ${d.replenishBy.join(', ')}`,
    en: `${d.due} is no day of replenishment; the regulation has: ${d.replenishBy.join(', ')}`,
  }),
);

/** The period that ends on that day has not begun. */
export const replenishedTooEarly = refusal(
  'replenished-too-early',
  (d: { on: string; due: string; after: string }) => ({
    ru: `${d.on}: период до ${d.due} начинается после ${d.after}; назовите другой срок`,
    en: `${d.on}: the period to ${d.due} begins after ${d.after}; name another due day`,
  }),
);

/** It was replenished for that period already. */
export const bankReplenishedAlready = refusal(
  'bank-replenished-already',
  (d: { bank: string; due: string; on: string }) => ({
    ru: `Банк ${d.bank} за период до ${d.due} уже пополнен ${d.on}: второй записи не нужно`,
    en: `The bank ${d.bank} was replenished to ${d.due} on ${d.on} already: once is enough`,
  }),
);
