import { refusal } from '../../kernel/refusal.ts';

/** Said where the regulation makes the carrier mandatory, so that there is nothing to decide. */
export const carrierMandatory = refusal('carrier-mandatory', (d: { carrier: string }) => ({
  ru: `Носитель «${d.carrier}» обязателен: решать нечего, внесите изменение в положение`,
  en: `The carrier ${d.carrier} is mandatory: there is nothing to decide, amend the regulation`,
}));

/** Said where the last decision already says the same. */
export const alreadyDecided = refusal(
  'already-decided',
  (d: { carrier: string; kept: boolean; since: string }) => ({
    ru: `Носитель «${d.carrier}» уже ${d.kept ? 'ведётся' : 'не ведётся'} с ${d.since}`,
    en: `The carrier ${d.carrier} is ${d.kept ? 'kept' : 'not kept'} since ${d.since} already`,
  }),
);
