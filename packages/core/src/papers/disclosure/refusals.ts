import { refusal } from '../../kernel/refusal.ts';

/** Said where no application was received under the id. */
export const applicationUnknown = refusal('application-unknown', (d: { disclosure: string }) => ({
  ru: `Обращения ${d.disclosure} нет: сначала зарегистрируйте его`,
  en: `There is no application ${d.disclosure}: record that it came in first`,
}));

/** Said where the regulation does not accept oral or written applications. R1 §6.3. */
export const applicationFormUnknown = refusal(
  'application-form-unknown',
  (d: { form: string; forms: readonly string[] }) => ({
    ru: `Обращение вида «${d.form}» положением не принято; есть: ${d.forms.join(', ') || '—'}`,
    en: `The regulation takes no ${d.form} application; it takes: ${d.forms.join(', ') || '—'}`,
  }),
);

/** Said where the regulation has no such purpose. R1 §6.1, R5 §6.3. */
export const purposeUnknown = refusal(
  'purpose-unknown',
  (d: { purpose: string; purposes: readonly string[] }) => ({
    ru: `Цели «${d.purpose}» нет в положении; есть: ${d.purposes.join(', ')}`,
    en: `The regulation has no purpose ${d.purpose}; it has: ${d.purposes.join(', ')}`,
  }),
);

/** Said where the regulation has no such term of answer for this kind of applicant. */
export const answerTermUnknown = refusal(
  'answer-term-unknown',
  (d: { deadline: string | null; recipient: string; deadlines: readonly string[] }) => ({
    ru: `Срока «${d.deadline ?? '—'}» для «${d.recipient}» нет; есть: ${d.deadlines.join(', ')}`,
    en: `No term ${d.deadline ?? '—'} for ${d.recipient}; there are: ${d.deadlines.join(', ')}`,
  }),
);

/** Said where the application was already granted or refused. */
export const applicationDecided = refusal(
  'application-decided',
  (d: { disclosure: string; on: string }) => ({
    ru: `По обращению ${d.disclosure} решено ${d.on}: для нового решения нужно новое обращение`,
    en: `The application ${d.disclosure} was decided on ${d.on}: a new decision needs a new one`,
  }),
);

/** Said where information is to be given before the application is granted. */
export const notGranted = refusal('not-granted', (d: { disclosure: string; on: string }) => ({
  ru: `На ${d.on} по обращению ${d.disclosure} выдача не разрешена: сначала примите решение`,
  en: `On ${d.on} the application ${d.disclosure} was not granted: decide on it first`,
}));

/** Said where the information was already given on this application. */
export const informationGivenAlready = refusal(
  'information-given-already',
  (d: { disclosure: string; on: string }) => ({
    ru: `По обращению ${d.disclosure} сведения выданы ${d.on}: нужно новое обращение`,
    en: `On ${d.disclosure} the information was given on ${d.on}: it takes a new application`,
  }),
);

/**
 * Said where the term cannot be prolonged, or not by so many days. 152-FZ art. 14 §3, 59-FZ art. 12
 * §2.
 */
export const putOffTooFar = refusal(
  'put-off-too-far',
  (d: { disclosure: string; days: number; most: number }) => ({
    ru: `Срок ${d.disclosure} нельзя продлить на ${d.days} дн.: можно самое большее на ${d.most}`,
    en: `The term of ${d.disclosure} cannot be put off by ${d.days} days: at most by ${d.most}`,
  }),
);

/** Said where the term was already prolonged, or has passed. */
export const putOffTooLate = refusal(
  'put-off-too-late',
  (d: { disclosure: string; dueOn: string }) => ({
    ru: `Срок ${d.disclosure} уже продлён или истёк (${d.dueOn}): ответьте`,
    en: `The term of ${d.disclosure} was put off already or has passed (${d.dueOn}): answer now`,
  }),
);

/** Said where the regulation does not accept this basis for this recipient, or not in this way. */
export const disclosureNotOpen = refusal(
  'disclosure-not-open',
  (d: { recipient: string; by: string; opensBy: readonly string[] }) => ({
    ru: `Для «${d.recipient}» не основание «${d.by}», а только: ${d.opensBy.join(', ') || '—'}`,
    en: `To ${d.recipient} nothing opens by ${d.by}; it does by: ${d.opensBy.join(', ') || '—'}`,
  }),
);

/** Said where the consent named is not in force for this purpose on the day. R1 §5.3, R1 §6.2. */
export const consentNotHolding = refusal(
  'consent-not-holding',
  (d: { consent: string; learner: string; purpose: string; on: string }) => ({
    ru: `Согласие ${d.consent} обучающегося ${d.learner} на «${d.purpose}» на ${d.on} не действует`,
    en: `Consent ${d.consent} of ${d.learner} to ${d.purpose} does not hold on ${d.on}`,
  }),
);

/** Said where the regulation has no such ground of refusal. */
export const refusalGroundUnknown = refusal(
  'refusal-ground-unknown',
  (d: { refusalGround: string; known: readonly string[] }) => ({
    ru: `Основания отказа «${d.refusalGround}» нет в положении; есть: ${d.known.join(', ')}`,
    en: `The regulation has no such ground of refusal ${d.refusalGround}: ${d.known.join(', ')}`,
  }),
);

/**
 * Said where results are published without a ground of a kind that the regulation accepts. R3 §3.5
 * with §4.2.
 */
export const publicationGroundMissing = refusal(
  'publication-ground-missing',
  (d: { ground: string; kinds: readonly string[] }) => ({
    ru: `Основание публикации «${d.ground}» не годится; нужно одно из: ${d.kinds.join(', ')}`,
    en: `Publishing cannot rest on ${d.ground}; it needs one of: ${d.kinds.join(', ')}`,
  }),
);

/** Said where nothing was published under the id. */
export const publicationUnknown = refusal('publication-unknown', (d: { disclosure: string }) => ({
  ru: `Публикации ${d.disclosure} нет: проверьте id`,
  en: `There is no publication ${d.disclosure}: check the id`,
}));

/** Said where the publication shows no results of this learner on the day. */
export const notPublished = refusal(
  'not-published',
  (d: { learner: string; disclosure: string }) => ({
    ru: `В публикации ${d.disclosure} нет сведений об обучающемся ${d.learner}: проверьте список`,
    en: `The publication ${d.disclosure} shows nothing of ${d.learner}: check the list`,
  }),
);

/** Said where a learner is listed twice in one publication. */
export const publishedTwice = refusal('published-twice', (d: { learner: string }) => ({
  ru: `Обучающийся ${d.learner} назван дважды: оставьте одну строку`,
  en: `Learner ${d.learner} is named twice: keep one line`,
}));
