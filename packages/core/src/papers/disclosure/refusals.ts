import { refusal } from '../../kernel/refusal.ts';

/** There is no such application. */
export const applicationUnknown = refusal('application-unknown', (d: { disclosure: string }) => ({
  ru: `Обращения ${d.disclosure} нет: сначала зарегистрируйте его`,
  en: `There is no application ${d.disclosure}: record that it came in first`,
}));

/** The regulation takes no application of this form. R1 §6.3. */
export const applicationFormUnknown = refusal(
  'application-form-unknown',
  (d: { form: string; forms: readonly string[] }) => ({
    ru: `Обращение вида «${d.form}» положением не принято; есть: ${d.forms.join(', ') || '—'}`,
    en: `The regulation takes no ${d.form} application; it takes: ${d.forms.join(', ') || '—'}`,
  }),
);

/** The regulation has no such purpose. R1 §6.1, R5 §6.3. */
export const purposeUnknown = refusal(
  'purpose-unknown',
  (d: { purpose: string; purposes: readonly string[] }) => ({
    ru: `Цели «${d.purpose}» нет в положении; есть: ${d.purposes.join(', ')}`,
    en: `The regulation has no purpose ${d.purpose}; it has: ${d.purposes.join(', ')}`,
  }),
);

/** The regulation sets no such term of answering for this applicant. */
export const answerTermUnknown = refusal(
  'answer-term-unknown',
  (d: { deadline: string | null; recipient: string; deadlines: readonly string[] }) => ({
    ru: `Срока «${d.deadline ?? '—'}» для «${d.recipient}» нет; есть: ${d.deadlines.join(', ')}`,
    en: `No term ${d.deadline ?? '—'} for ${d.recipient}; there are: ${d.deadlines.join(', ')}`,
  }),
);

/** The application was decided already. */
export const applicationDecided = refusal(
  'application-decided',
  (d: { disclosure: string; on: string }) => ({
    ru: `По обращению ${d.disclosure} решено ${d.on}: для нового решения нужно новое обращение`,
    en: `The application ${d.disclosure} was decided on ${d.on}: a new decision needs a new one`,
  }),
);

/** Nothing may be given before it is granted. */
export const notGranted = refusal('not-granted', (d: { disclosure: string }) => ({
  ru: `По обращению ${d.disclosure} выдача не разрешена: сначала примите решение`,
  en: `The application ${d.disclosure} was not granted: decide on it first`,
}));

/** It was given already. */
export const informationGivenAlready = refusal(
  'information-given-already',
  (d: { disclosure: string; on: string }) => ({
    ru: `По обращению ${d.disclosure} сведения выданы ${d.on}: нужно новое обращение`,
    en: `On ${d.disclosure} the information was given on ${d.on}: it takes a new application`,
  }),
);

/** The term cannot be put off, or not so far. 152-FZ art. 14 §3, 59-FZ art. 12 §2. */
export const putOffTooFar = refusal(
  'put-off-too-far',
  (d: { disclosure: string; days: number; most: number }) => ({
    ru: `Срок ${d.disclosure} нельзя продлить на ${d.days} дн.: можно самое большее на ${d.most}`,
    en: `The term of ${d.disclosure} cannot be put off by ${d.days} days: at most by ${d.most}`,
  }),
);

/** It is put off once, and while the term runs. */
export const putOffTooLate = refusal(
  'put-off-too-late',
  (d: { disclosure: string; dueOn: string }) => ({
    ru: `Срок ${d.disclosure} уже продлён или истёк (${d.dueOn}): ответьте`,
    en: `The term of ${d.disclosure} was put off already or has passed (${d.dueOn}): answer now`,
  }),
);

/** The regulation opens the information to this recipient in another way, or not at all. */
export const disclosureNotOpen = refusal(
  'disclosure-not-open',
  (d: { recipient: string; by: string; opensBy: readonly string[] }) => ({
    ru: `Для «${d.recipient}» не основание «${d.by}», а только: ${d.opensBy.join(', ') || '—'}`,
    en: `To ${d.recipient} nothing opens by ${d.by}; it does by: ${d.opensBy.join(', ') || '—'}`,
  }),
);

/** The consent named does not cover this on the day. R1 §5.3, R1 §6.2. */
export const consentNotHolding = refusal(
  'consent-not-holding',
  (d: { consent: string; learner: string; purpose: string; on: string }) => ({
    ru: `Согласие ${d.consent} обучающегося ${d.learner} на «${d.purpose}» на ${d.on} не действует`,
    en: `Consent ${d.consent} of ${d.learner} to ${d.purpose} does not hold on ${d.on}`,
  }),
);

/** The regulation has no such ground of refusal. */
export const refusalGroundUnknown = refusal(
  'refusal-ground-unknown',
  (d: { refusalGround: string; known: readonly string[] }) => ({
    ru: `Основания отказа «${d.refusalGround}» нет в положении; есть: ${d.known.join(', ')}`,
    en: `The regulation has no such ground of refusal ${d.refusalGround}: ${d.known.join(', ')}`,
  }),
);

/** Publishing needs its own ground. R3 §3.5 with §4.2. */
export const publicationGroundMissing = refusal(
  'publication-ground-missing',
  (d: { ground: string; kinds: readonly string[] }) => ({
    ru: `Основание публикации «${d.ground}» не годится; нужно одно из: ${d.kinds.join(', ')}`,
    en: `Publishing cannot rest on ${d.ground}; it needs one of: ${d.kinds.join(', ')}`,
  }),
);

/** There is no such publication. */
export const publicationUnknown = refusal('publication-unknown', (d: { disclosure: string }) => ({
  ru: `Публикации ${d.disclosure} нет: проверьте id`,
  en: `There is no publication ${d.disclosure}: check the id`,
}));

/** The publication shows nothing of this learner. */
export const notPublished = refusal(
  'not-published',
  (d: { learner: string; disclosure: string }) => ({
    ru: `В публикации ${d.disclosure} нет сведений об обучающемся ${d.learner}: проверьте список`,
    en: `The publication ${d.disclosure} shows nothing of ${d.learner}: check the list`,
  }),
);

/** One learner is named twice. */
export const publishedTwice = refusal('published-twice', (d: { learner: string }) => ({
  ru: `Обучающийся ${d.learner} назван дважды: оставьте одну строку`,
  en: `Learner ${d.learner} is named twice: keep one line`,
}));
