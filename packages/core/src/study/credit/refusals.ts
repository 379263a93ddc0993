import { refusal } from '../../kernel/refusal.ts';

/** The regulation credits no results from there. R4 §2.2.9, R5 §1.2. */
export const creditSourceUnknown = refusal(
  'credit-source-unknown',
  (d: { source: string; sources: readonly string[] }) => ({
    ru: `Источник «${d.source}» положение не засчитывает; есть: ${d.sources.join(', ') || '—'}`,
    en: `The regulation credits nothing of ${d.source}; it has: ${d.sources.join(', ') || '—'}`,
  }),
);

/** The regulation takes no application from them. R5 §5, first clause. */
export const creditApplicantUnknown = refusal(
  'credit-applicant-unknown',
  (d: { applicant: string; applicants: readonly string[] }) => ({
    ru: `От «${d.applicant}» заявление не принимают; подают: ${d.applicants.join(', ')}`,
    en: `No application is taken from ${d.applicant}; these apply: ${d.applicants.join(', ')}`,
  }),
);

/** It was decided already. */
export const creditDecidedAlready = refusal(
  'credit-decided-already',
  (d: { credit: string; on: string }) => ({
    ru: `По заявлению ${d.credit} решено ${d.on}: подайте новое`,
    en: `The application ${d.credit} was decided on ${d.on}: apply anew`,
  }),
);

/** It was withdrawn. */
export const creditIsWithdrawn = refusal(
  'credit-withdrawn',
  (d: { credit: string; on: string }) => ({
    ru: `Заявление ${d.credit} отозвано ${d.on}: подайте новое`,
    en: `The application ${d.credit} was withdrawn on ${d.on}: apply anew`,
  }),
);

/** Nobody applied for this subject. */
export const creditNotWanted = refusal(
  'credit-not-wanted',
  (d: { credit: string; subject: string; wanted: readonly string[] }) => ({
    ru: `В заявлении ${d.credit} нет «${d.subject}»; есть: ${d.wanted.join(', ')}`,
    en: `The application ${d.credit} has no ${d.subject}; it has: ${d.wanted.join(', ')}`,
  }),
);

/** The regulation does not decide that way. */
export const creditMethodUnknown = refusal(
  'credit-method-unknown',
  (d: { method: string; methods: readonly string[] }) => ({
    ru: `Способа «${d.method}» нет в положении; есть: ${d.methods.join(', ')}`,
    en: `The regulation has no method ${d.method}; it has: ${d.methods.join(', ')}`,
  }),
);

/** Nobody compared it, or it did not suffice. R5 §5.2. */
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

/** No paper of the source was given. */
export const creditUndocumented = refusal('credit-undocumented', (d: { credit: string }) => ({
  ru: `К заявлению ${d.credit} нет документа: откажите или примите новое, с документом`,
  en: `The application ${d.credit} has no document: refuse it, or take a new one that has`,
}));

/** R5 §5, last clause: under the control of the deputy head for the level of education. */
export const creditUncontrolled = refusal(
  'credit-uncontrolled',
  (d: { credit: string; offices: readonly string[] }) => ({
    ru: `Зачёт ${d.credit} решают под контролем (${d.offices.join(', ')}): назовите лицо`,
    en: `Credit ${d.credit} is decided under control (${d.offices.join(', ')}): name the person`,
  }),
);

/** R5 §1.2: at interim and at final attestation. */
export const achievementNotForKind = refusal(
  'achievement-not-for-kind',
  (d: { kind: string; kinds: readonly string[] }) => ({
    ru: `При «${d.kind}» достижение не засчитывают; положение: ${d.kinds.join(', ') || '—'}`,
    en: `No achievement is credited at ${d.kind}; the regulation has: ${d.kinds.join(', ') || '—'}`,
  }),
);

/** R5 §1.2: of learners who are listed in the state resource. */
export const notListedAsGifted = refusal(
  'not-listed-as-gifted',
  (d: { learner: string; on: string }) => ({
    ru: `На ${d.on} ${d.learner} нет в государственном ресурсе об одарённых: внесите запись`,
    en: `On ${d.on} ${d.learner} is not in the state resource on gifted children: record the entry`,
  }),
);
