import { refusal } from '../../kernel/refusal.ts';

/** Said where no topic was approved under this id. */
export const workUnknown = refusal('work-unknown', (d: { work: string }) => ({
  ru: `Работы ${d.work} нет: сначала утвердите тему`,
  en: `There is no work ${d.work}: approve its topic first`,
}));

/** Said where a work is to be reviewed or defended before it was submitted. */
export const workNotSubmitted = refusal(
  'work-not-submitted',
  (d: { work: string; on: string }) => ({
    ru: `На ${d.on} работа ${d.work} не сдана: сначала запишите сдачу`,
    en: `On ${d.on} the work ${d.work} was not submitted: record that first`,
  }),
);

/**
 * Said where the regulation requires the supervisor's review before the defence and there is none.
 * R1 §4.2.5.
 */
export const reviewMissing = refusal('review-missing', (d: { work: string }) => ({
  ru: `Нет отзыва руководителя на работу ${d.work}: приложите его`,
  en: `The work ${d.work} has no review of its supervisor: attach it`,
}));

/**
 * Said where the supervisor's review does not admit to the defence and the regulation requires it.
 */
export const notAdmitted = refusal(
  'not-admitted',
  (d: { work: string; recommendation: string }) => ({
    ru: `Работа ${d.work} к защите не допущена (${d.recommendation}): нужен новый отзыв`,
    en: `The work ${d.work} is not admitted (${d.recommendation}): a new review is needed`,
  }),
);

/** Said where the regulation names a scale for reviews and the review has no grade. R1 §4.2.5. */
export const reviewGradeMissing = refusal('review-grade-missing', (d: { scale: string }) => ({
  ru: `В отзыве нет оценки по шкале ${d.scale}: назовите grade`,
  en: `The review has no grade on the scale ${d.scale}: name grade`,
}));

/** Said where the regulation names no scale for reviews and the review has a grade. */
export const reviewTakesNoGrade = refusal('review-takes-no-grade', (d: { grade: string }) => ({
  ru: `Положение не знает оценки в отзыве (${d.grade}): уберите grade`,
  en: `The regulation has no grade in a review (${d.grade}): leave grade out`,
}));

/** Said where a work was defended and the result of the defence is valid. */
export const workDefendedAlready = refusal(
  'work-defended-already',
  (d: { work: string; result: string }) => ({
    ru: `Работа ${d.work} уже защищена (${d.result}): ошибочный результат сначала аннулируйте`,
    en: `The work ${d.work} was defended already (${d.result}): annul that if it is wrong`,
  }),
);
