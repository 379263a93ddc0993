import { refusal } from '../../../kernel/refusal.ts';

/** Said where a command names an enrollment that belongs to another learner. */
export const enrollmentOfAnother = refusal(
  'enrollment-of-another',
  (d: { enrollment: string; learner: string }) => ({
    ru: `Зачисление ${d.enrollment} не обучающегося ${d.learner}: назовите его собственное`,
    en: `The enrollment ${d.enrollment} is not of learner ${d.learner}: name one of their own`,
  }),
);

/** Said where no commendation was proposed under the id. */
export const commendationUnknown = refusal(
  'commendation-unknown',
  (d: { commendation: string }) => ({
    ru: `Поощрения ${d.commendation} нет: сначала внесите представление`,
    en: `There is no commendation ${d.commendation}: propose it first`,
  }),
);

/** Said where the commendation is not ordered yet, or not by the day in question. R1 §5.3. */
export const commendationNotOrdered = refusal(
  'commendation-not-ordered',
  (d: { commendation: string }) => ({
    ru: `Поощрение ${d.commendation} ещё не объявлено приказом: сначала издайте приказ`,
    en: `Commendation ${d.commendation} is not ordered yet: order it first`,
  }),
);

/** Said where the commendation was revoked. */
export const commendationIsRevoked = refusal(
  'commendation-revoked',
  (d: { commendation: string; on: string }) => ({
    ru: `Поощрение ${d.commendation} отменено ${d.on}: внесите новое представление`,
    en: `Commendation ${d.commendation} was revoked on ${d.on}: propose a new one`,
  }),
);
