import { refusal } from '../../kernel/refusal.ts';

/** Said when two learners are linked who are linked already. */
export const linkedAlready = refusal(
  'linked-already',
  (d: { learner: string; other: string; since: string }) => ({
    ru: `${d.learner} и ${d.other} связаны как одно лицо с ${d.since}: делать нечего`,
    en: `${d.learner} and ${d.other} are linked as one person since ${d.since}: nothing to do`,
  }),
);

/** Said when two learners are unlinked who are not linked. */
export const notLinked = refusal(
  'not-linked',
  (d: { learner: string; other: string; on: string }) => ({
    ru: `На ${d.on} ${d.learner} и ${d.other} не связаны: проверьте обе записи и день`,
    en: `On ${d.on} ${d.learner} and ${d.other} are not linked: check both ids and the day`,
  }),
);
