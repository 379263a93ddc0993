import { refusal } from '../../../kernel/refusal.ts';

/** A commendation is for study of the learner's own. */
export const enrollmentOfAnother = refusal(
  'enrollment-of-another',
  (d: { enrollment: string; learner: string }) => ({
    ru: `Зачисление ${d.enrollment} не обучающегося ${d.learner}: назовите его собственное`,
    en: `The enrollment ${d.enrollment} is not of learner ${d.learner}: name one of their own`,
  }),
);

/** Nobody proposed it. */
export const commendationUnknown = refusal(
  'commendation-unknown',
  (d: { commendation: string }) => ({
    ru: `Поощрения ${d.commendation} нет: сначала внесите представление`,
    en: `There is no commendation ${d.commendation}: propose it first`,
  }),
);

/** It was not ordered yet. R1 §5.3. */
export const commendationNotOrdered = refusal(
  'commendation-not-ordered',
  (d: { commendation: string }) => ({
    ru: `Поощрение ${d.commendation} ещё не объявлено приказом: сначала издайте приказ`,
    en: `Commendation ${d.commendation} is not ordered yet: order it first`,
  }),
);

/** It was revoked. */
export const commendationIsRevoked = refusal(
  'commendation-revoked',
  (d: { commendation: string; on: string }) => ({
    ru: `Поощрение ${d.commendation} отменено ${d.on}: внесите новое представление`,
    en: `Commendation ${d.commendation} was revoked on ${d.on}: propose a new one`,
  }),
);
