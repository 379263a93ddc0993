import { refusal } from '../../kernel/refusal.ts';

/** The word is none of the regulation's. */
export const achievementWordUnknown = refusal(
  'achievement-word-unknown',
  (d: { field: string; value: string; known: readonly string[] }) => ({
    ru: `${d.field} «${d.value}» не из положения; выберите: ${d.known.join(', ')}`,
    en: `The regulation has no ${d.field} ${d.value}; choose of: ${d.known.join(', ')}`,
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
