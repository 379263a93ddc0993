import { refusal } from '../../../kernel/refusal.ts';

/** Said where no seizure was recorded under the id. */
export const seizureUnknown = refusal('seizure-unknown', (d: { seizure: string }) => ({
  ru: `Изъятия ${d.seizure} нет: проверьте идентификатор`,
  en: `There is no seizure ${d.seizure}: check its id`,
}));

/** Said where the seizure has nothing away, or not this. RK 4 no. 10. */
export const nothingSeized = refusal(
  'nothing-seized',
  (d: { seizure: string; asked: readonly string[]; away: readonly string[] }) => ({
    ru:
      `По изъятию ${d.seizure} не числится: ${d.asked.join('; ') || 'ничего'}; ` +
      `ещё не возвращено: ${d.away.join('; ') || '—'}`,
    en:
      `The seizure ${d.seizure} does not have away: ${d.asked.join('; ') || 'anything'}; ` +
      `it has: ${d.away.join('; ') || '—'}`,
  }),
);
