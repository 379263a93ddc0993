import { refusal } from '../../../kernel/refusal.ts';

/** Said where a document or an item is about a commendation of another learner. */
export const commendationOfAnother = refusal(
  'commendation-of-another',
  (d: { commendation: string; learner: string }) => ({
    ru: `Поощрение ${d.commendation} не обучающегося ${d.learner}: назовите его собственное`,
    en: `The commendation ${d.commendation} is not of learner ${d.learner}: name one of theirs`,
  }),
);
