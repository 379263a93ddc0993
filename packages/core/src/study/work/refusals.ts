import { refusal } from '../../kernel/refusal.ts';

/** No topic was approved under this id. */
export const workUnknown = refusal('work-unknown', (d: { work: string }) => ({
  ru: `Работы ${d.work} нет: сначала утвердите тему`,
  en: `There is no work ${d.work}: approve its topic first`,
}));

/** What was not submitted is neither reviewed nor defended. */
export const workNotSubmitted = refusal('work-not-submitted', (d: { work: string }) => ({
  ru: `Работа ${d.work} не сдана: сначала запишите сдачу`,
  en: `The work ${d.work} was not submitted: record that first`,
}));

/** R1 §4.2.5. */
export const reviewMissing = refusal('review-missing', (d: { work: string }) => ({
  ru: `Нет отзыва руководителя на работу ${d.work}: приложите его`,
  en: `The work ${d.work} has no review of its supervisor: attach it`,
}));

/** A review that does not admit closes the way, where the regulation says so. */
export const notAdmitted = refusal(
  'not-admitted',
  (d: { work: string; recommendation: string }) => ({
    ru: `Работа ${d.work} к защите не допущена (${d.recommendation}): нужен новый отзыв`,
    en: `The work ${d.work} is not admitted (${d.recommendation}): a new review is needed`,
  }),
);

/** A review has a grade, where the regulation names its scale. R1 §4.2.5. */
export const reviewGradeMissing = refusal('review-grade-missing', (d: { scale: string }) => ({
  ru: `В отзыве нет оценки по шкале ${d.scale}: назовите grade`,
  en: `The review has no grade on the scale ${d.scale}: name grade`,
}));

/** A review has no grade, where the regulation names no scale. */
export const reviewTakesNoGrade = refusal('review-takes-no-grade', (d: { grade: string }) => ({
  ru: `Положение не знает оценки в отзыве (${d.grade}): уберите grade`,
  en: `The regulation has no grade in a review (${d.grade}): leave grade out`,
}));

/** A work is defended once, while the result of it stands. */
export const workDefendedAlready = refusal(
  'work-defended-already',
  (d: { work: string; result: string }) => ({
    ru: `Работа ${d.work} уже защищена (${d.result}): ошибочный результат сначала аннулируйте`,
    en: `The work ${d.work} was defended already (${d.result}): annul that if it is wrong`,
  }),
);
