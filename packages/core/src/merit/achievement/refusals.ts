import { refusal } from '../../kernel/refusal.ts';

/** Said where the regulation lists no such kind, level, outcome or official list. */
export const achievementWordUnknown = refusal(
  'achievement-word-unknown',
  (d: { field: string; value: string; known: readonly string[] }) => ({
    ru: `${d.field} «${d.value}» не из положения; выберите: ${d.known.join(', ')}`,
    en: `The regulation has no ${d.field} ${d.value}; choose of: ${d.known.join(', ')}`,
  }),
);

/** Said where `learner` is left out for a learner's own achievement. */
export const evidenceMisplaced = refusal(
  'evidence-misplaced',
  (d: { achievement: string; holder: string }) => ({
    ru: `${d.achievement}, владелец ${d.holder}: learner называют только у документа участника`,
    en: `${d.achievement} is of a ${d.holder}: name the learner of the document only for theirs`,
  }),
);

/** Said where the copy of a protocol is added for everybody, and nobody is without a document. */
export const evidenceNotMissing = refusal('evidence-not-missing', (d: { achievement: string }) => ({
  ru: `У ${d.achievement} документ есть у каждого: назовите learner, кому внести ещё один`,
  en: `Everybody has a document of ${d.achievement}: name the learner who gets another one`,
}));

/** Said on verification where the regulation asks for documents and some are missing. R3 §3.6. */
export const evidenceMissing = refusal(
  'evidence-missing',
  (d: { achievement: string; without: readonly string[] }) => ({
    ru: `Без документа ${d.achievement} не подтвердить (нет: ${d.without.join(', ')}): внесите его`,
    en: `${d.achievement} is not verified without a document (${d.without.join(', ')}): add it`,
  }),
);
