import { refusal } from '../../kernel/refusal.ts';

/** Said where the regulation does not ask for this, and so names no office that could sign it. */
export const preservationNotOwed = refusal('custody-not-owed', (d: { section: string }) => ({
  ru: `Положение не предусматривает «${d.section}»: внесите его в раздел custody`,
  en: `The regulation knows no ${d.section}: add it to its section custody`,
}));

/** Said where the days of a period lie outside the study year, or overlap another period. */
export const periodMisplaced = refusal(
  'study-period-misplaced',
  (d: { period: string; from: string; until: string; against: string }) => ({
    ru: `Период ${d.period} (${d.from} – ${d.until}) не согласуется с ${d.against}: исправьте дни`,
    en: `Study period ${d.period} (${d.from} to ${d.until}) is at odds with ${d.against}: mend it`,
  }),
);

/** Said where the study year has no such period. */
export const periodUnknown = refusal('study-period-unknown', (d: { period: string }) => ({
  ru: `Периода ${d.period} нет: сначала задайте его`,
  en: `There is no study period ${d.period}: define it first`,
}));

/** Said where a period is closed before its last day. */
export const periodRuns = refusal(
  'study-period-runs',
  (d: { period: string; until: string; on: string }) => ({
    ru: `Период ${d.period} идёт по ${d.until}, ${d.on} рано: закройте в этот день или позже`,
    en: `Study period ${d.period} runs until ${d.until}, not ${d.on}: close it then or later`,
  }),
);

/** Said where the period was already closed. */
export const periodClosedAlready = refusal(
  'study-period-closed',
  (d: { period: string; on: string }) => ({
    ru: `Период ${d.period} уже закрыт ${d.on}: второй раз не нужно`,
    en: `Study period ${d.period} was closed on ${d.on} already: once is enough`,
  }),
);

/** Said where data is exported of a period that is not closed by the day. R4 §6.2. */
export const periodOpen = refusal('study-period-open', (d: { period: string }) => ({
  ru: `Период ${d.period} не закрыт на этот день: сначала закройте его, потом выгружайте`,
  en: `Study period ${d.period} is not closed by that day: close it, then export`,
}));

/** Said where the check has no such finding, or it is already settled. */
export const findingNotOpen = refusal(
  'finding-not-open',
  (d: { check: string; finding: number }) => ({
    ru: `Замечание ${d.finding} проверки ${d.check} не найдено или уже устранено: смените номер`,
    en: `Finding ${d.finding} of check ${d.check} does not stand, or is settled: check its number`,
  }),
);

/** Said where the media are fewer than the regulation asks for, or one is named twice. R4 §6.3. */
export const mediaFew = refusal('media-few', (d: { media: readonly string[]; needed: number }) => ({
  ru: `Носителей (${d.media.join(', ')}) мало: нужно разных не менее ${d.needed}`,
  en: `Too few media (${d.media.join(', ')}): at least ${d.needed} different ones are needed`,
}));

/** Said where a copy of a backup has another hash. */
export const mediaDiffer = refusal(
  'media-differ',
  (d: { medium: string; sha256: string; expected: string }) => ({
    ru: `${d.medium}: SHA-256 ${d.sha256}, а у копии должен быть ${d.expected}: скопируйте снова`,
    en: `${d.medium}: its SHA-256 is ${d.sha256}, and the copy's is ${d.expected}: copy it anew`,
  }),
);

/** Said where the regulation has no such kind of medium. */
export const mediumKindUnknown = refusal(
  'medium-kind-unknown',
  (d: { kind: string; kinds: readonly string[] }) => ({
    ru: `Вида носителя «${d.kind}» нет в положении; есть: ${d.kinds.join(', ')}`,
    en: `The regulation has no kind of medium ${d.kind}; it has: ${d.kinds.join(', ')}`,
  }),
);

/** Said where the study year has no such backup. */
export const backupUnknown = refusal('backup-unknown', (d: { backup: string }) => ({
  ru: `Копии ${d.backup} за этот учебный год нет: сначала внесите её`,
  en: `There is no backup ${d.backup} of this study year: record it first`,
}));

/** Said where the backup has no such medium, or the medium does not fit the command. */
export const mediumUnfit = refusal(
  'medium-unfit',
  (d: { backup: string; medium: string; why: 'unknown' | 'whole' | 'damaged' | 'taken' }) => {
    const why = {
      unknown: { ru: 'такого носителя нет', en: 'there is no such medium' },
      whole: { ru: 'носитель исправен, замены не нужно', en: 'it is whole and needs no other' },
      damaged: { ru: 'носитель повреждён', en: 'it is damaged' },
      taken: { ru: 'такой носитель уже есть', en: 'such a medium stands already' },
    }[d.why];
    return {
      ru: `Копия ${d.backup}, носитель ${d.medium}: ${why.ru}; укажите другой`,
      en: `Backup ${d.backup}, medium ${d.medium}: ${why.en}; name another one`,
    };
  },
);

/** Said where a check leaves out a medium in use. R4 §6.1. */
export const mediaUnchecked = refusal(
  'media-unchecked',
  (d: { backup: string; media: readonly string[] }) => ({
    ru: `Копия ${d.backup}: не проверены носители ${d.media.join(', ')}, проверьте все`,
    en: `Backup ${d.backup}: the media ${d.media.join(', ')} are not checked, check all of them`,
  }),
);
