import { refusal } from '../../kernel/refusal.ts';

export const linkedAlready = refusal(
  'linked-already',
  (d: { learner: string; other: string; since: string }) => ({
    ru: `${d.learner} и ${d.other} связаны как одно лицо с ${d.since}: делать нечего`,
    en: `${d.learner} and ${d.other} are linked as one person since ${d.since}: nothing to do`,
  }),
);

export const notLinked = refusal('not-linked', (d: { learner: string; other: string }) => ({
  ru: `${d.learner} и ${d.other} не связаны: проверьте обе записи`,
  en: `${d.learner} and ${d.other} are not linked: check both ids`,
}));
