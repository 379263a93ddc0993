import { refusal } from '../../kernel/refusal.ts';

/** Said where the regulation credits no results of this source. R4 §2.2.9, R5 §1.2. */
export const creditSourceUnknown = refusal(
  'credit-source-unknown',
  (d: { source: string; sources: readonly string[] }) => ({
    ru: `Источник «${d.source}» положение не засчитывает; есть: ${d.sources.join(', ') || '—'}`,
    en: `The regulation credits nothing of ${d.source}; it has: ${d.sources.join(', ') || '—'}`,
  }),
);

/**
 * Said where the regulation takes no application from this kind of person. R5 §5, first clause.
 */
export const creditApplicantUnknown = refusal(
  'credit-applicant-unknown',
  (d: { applicant: string; applicants: readonly string[] }) => ({
    ru: `От «${d.applicant}» заявление не принимают; подают: ${d.applicants.join(', ')}`,
    en: `No application is taken from ${d.applicant}; these apply: ${d.applicants.join(', ')}`,
  }),
);

/** Said where the application is decided. */
export const creditDecidedAlready = refusal(
  'credit-decided-already',
  (d: { credit: string; on: string }) => ({
    ru: `По заявлению ${d.credit} решено ${d.on}: подайте новое`,
    en: `The application ${d.credit} was decided on ${d.on}: apply anew`,
  }),
);

/** Said where the application is withdrawn. */
export const creditIsWithdrawn = refusal(
  'credit-withdrawn',
  (d: { credit: string; on: string }) => ({
    ru: `Заявление ${d.credit} отозвано ${d.on}: подайте новое`,
    en: `The application ${d.credit} was withdrawn on ${d.on}: apply anew`,
  }),
);

/** Said where nobody applied for the subject, or it was not granted. */
export const creditNotWanted = refusal(
  'credit-not-wanted',
  (d: { credit: string; subject: string; wanted: readonly string[] }) => ({
    ru: `В заявлении ${d.credit} нет «${d.subject}»; есть: ${d.wanted.join(', ')}`,
    en: `The application ${d.credit} has no ${d.subject}; it has: ${d.wanted.join(', ')}`,
  }),
);

/** Said where the regulation has no such method of comparison. */
export const creditMethodUnknown = refusal(
  'credit-method-unknown',
  (d: { method: string; methods: readonly string[] }) => ({
    ru: `Способа «${d.method}» нет в положении; есть: ${d.methods.join(', ')}`,
    en: `The regulation has no method ${d.method}; it has: ${d.methods.join(', ')}`,
  }),
);

/** Said where a subject is granted that was not compared, or did not suffice. R5 §5.2. */
export const creditNotCompared = refusal(
  'credit-not-compared',
  (d: { credit: string; subject: string; found: boolean }) => ({
    ru:
      `${d.credit}: «${d.subject}» ${d.found ? 'не соответствует' : 'не сопоставлено'}; ` +
      'сопоставьте или переаттестуйте',
    en:
      `${d.credit}: ${d.subject} ${d.found ? 'does not suffice' : 'was not compared'}; ` +
      'compare it, or re-assess',
  }),
);

/** Said where an earlier result is credited without the document that the regulation requires. */
export const creditUndocumented = refusal('credit-undocumented', (d: { credit: string }) => ({
  ru: `К заявлению ${d.credit} нет документа: откажите или примите новое, с документом`,
  en: `The application ${d.credit} has no document: refuse it, or take a new one that has`,
}));

/**
 * Said where the regulation requires a controlling official and none is named. R5 §5, last clause.
 */
export const creditUncontrolled = refusal(
  'credit-uncontrolled',
  (d: { credit: string; offices: readonly string[] }) => ({
    ru: `Зачёт ${d.credit} решают под контролем (${d.offices.join(', ')}): назовите лицо`,
    en: `Credit ${d.credit} is decided under control (${d.offices.join(', ')}): name the person`,
  }),
);

/** Said where the regulation credits no achievements at this kind of assessment. R5 §1.2. */
export const achievementNotForKind = refusal(
  'achievement-not-for-kind',
  (d: { kind: string; kinds: readonly string[] }) => ({
    ru: `При «${d.kind}» достижение не засчитывают; положение: ${d.kinds.join(', ') || '—'}`,
    en: `No achievement is credited at ${d.kind}; the regulation has: ${d.kinds.join(', ') || '—'}`,
  }),
);

/**
 * Said where an achievement is credited to a learner who is not listed in the state resource. R5
 * §1.2.
 */
export const notListedAsGifted = refusal(
  'not-listed-as-gifted',
  (d: { learner: string; on: string }) => ({
    ru: `На ${d.on} ${d.learner} нет в государственном ресурсе об одарённых: внесите запись`,
    en: `On ${d.on} ${d.learner} is not in the state resource on gifted children: record the entry`,
  }),
);
