import { refusal } from '../../kernel/refusal.ts';

/** Said when a special status is ended that the learner does not have on that day. */
export const specialStatusNotHeld = refusal(
  'special-status-not-held',
  (d: { learner: string; status: string; on: string }) => ({
    ru: `На ${d.on} у ${d.learner} нет «${d.status}»: прекращать нечего, проверьте дату`,
    en: `On ${d.on} ${d.learner} has no ${d.status}: there is nothing to end, check the day`,
  }),
);

/** Said when a representative is recorded for a learner who is of age. */
export const learnerOfAge = refusal('learner-of-age', (d: { learner: string; on: string }) => ({
  ru: `На ${d.on} ${d.learner} совершеннолетний: представитель не нужен, действует сам`,
  en: `On ${d.on} ${d.learner} is of age: they act alone, without a representative`,
}));

/** Said when a person is recorded as representative who is one already. */
export const representativeStanding = refusal(
  'representative-standing',
  (d: { representative: string; from: string }) => ({
    ru: `${d.representative} уже представитель с ${d.from}: прекратите полномочия или смените срок`,
    en: `${d.representative} has rights from ${d.from} already: end that, or give another term`,
  }),
);

/** Said when less than full rights are recorded without the paper that left no more. RK 1.16. */
export const scopePaperMissing = refusal(
  'scope-paper-missing',
  (d: { representative: string; scope: string; kinds: readonly string[] }) => ({
    ru:
      `Объём прав «${d.scope}» у ${d.representative} — только по решению суда или органа опеки: ` +
      `назовите его в ground (${d.kinds.join(', ')})`,
    en:
      `The scope ${d.scope} of ${d.representative} rests on a decision of a court or of the ` +
      `guardianship body: name it in ground (${d.kinds.join(', ')})`,
  }),
);

/** Said when the learner has no consent with this id. */
export const consentUnknown = refusal('consent-unknown', (d: { consent: string }) => ({
  ru: `Согласия ${d.consent} нет: проверьте id`,
  en: `There is no consent ${d.consent}: check the id`,
}));

/** Said when a consent is withdrawn a second time. */
export const consentIsWithdrawn = refusal(
  'consent-withdrawn',
  (d: { consent: string; from: string }) => ({
    ru: `Согласие ${d.consent} отозвано с ${d.from}: отзывать больше нечего`,
    en: `Consent ${d.consent} is withdrawn from ${d.from} on: there is nothing left to withdraw`,
  }),
);

/** Said when a withdrawal is dated before its consent. */
export const withdrawalBeforeConsent = refusal(
  'withdrawal-before-consent',
  (d: { on: string; from: string }) => ({
    ru: `${d.on} раньше дня согласия (${d.from}): дайте более позднюю дату`,
    en: `${d.on} is before the day of the consent (${d.from}): give a later day`,
  }),
);

/** Said when a day of birth is later than the day of the command. */
export const birthDateAhead = refusal('birth-date-ahead', (d: { on: string }) => ({
  ru: `Дата рождения позже ${d.on}: исправьте её`,
  en: `The day of birth is after ${d.on}: mend it`,
}));

/** Said when personal data are dated before the registration of the learner. */
export const changeBeforeRegistration = refusal(
  'change-before-registration',
  (d: { on: string; registered: string }) => ({
    ru: `${d.on} раньше регистрации (${d.registered}): исправьте запись о регистрации`,
    en: `${d.on} is before the registration (${d.registered}): correct the registration`,
  }),
);

/** Said when a change is closed without the paper of the adoption or protection. RK 1.10. */
export const closedPaperMissing = refusal('closed-paper-missing', (d: { closed: string }) => ({
  ru:
    `Закрытое изменение (${d.closed}) — только по документу: назовите решение суда или иной ` +
    'документ в ground; в исправлении — to.ground',
  en:
    `A closed change (${d.closed}) rests on a paper: name the court's decision, or another one, ` +
    'in ground; in a correction it is to.ground',
}));

/** Said when an id is registered whose registration was annulled. */
export const registrationAnnulled = refusal(
  'registration-annulled',
  (d: { learner: string; on: string }) => ({
    ru:
      `Регистрация ${d.learner} аннулирована ${d.on}, и на этот идентификатор могут ссылаться ` +
      'записи: дайте другой. Если это тот же человек, повторите с again: true',
    en:
      `The registration of ${d.learner} was annulled on ${d.on}, and records may name this id: ` +
      'give another. If this is the same person, repeat it with again: true',
  }),
);

/** Said when a registration is said to be made again, and none was annulled. */
export const registrationNotAnnulled = refusal(
  'registration-not-annulled',
  (d: { learner: string }) => ({
    ru: `Регистрация ${d.learner} не аннулировалась: уберите again`,
    en: `No registration of ${d.learner} was annulled: leave again out`,
  }),
);

/** Said where another learner has the id in that system already; it never shows the id. SEC 7. */
export const externalIdTaken = refusal(
  'external-id-taken',
  (d: { system: string; learner: string }) => ({
    ru:
      `Этот идентификатор в системе ${d.system} уже у ${d.learner}: проверьте его. Если это один ` +
      'человек, свяжите записи (links.link); если у того ошибка, исправьте её (learners.correct)',
    en:
      `${d.learner} has this id in the system ${d.system} already: check it. If they are one ` +
      'person, link them (links.link); if theirs is the error, correct it (learners.correct)',
  }),
);

/** Said where the learner has just that id in that system already. */
export const externalIdStanding = refusal(
  'external-id-standing',
  (d: { learner: string; system: string; on: string }) => ({
    ru: `На ${d.on} у ${d.learner} уже этот идентификатор в системе ${d.system}: делать нечего`,
    en: `On ${d.on} ${d.learner} has this id in the system ${d.system} already: nothing to do`,
  }),
);

/** Said where several learners have the id in that system, so that it means none of them. */
export const externalIdAmbiguous = refusal(
  'external-id-ambiguous',
  (d: { system: string; learners: readonly string[]; on: string }) => ({
    ru:
      `На ${d.on} этот идентификатор в системе ${d.system} у нескольких: ` +
      `${d.learners.join(', ')}. Оставьте одному: learners.annul или correct`,
    en:
      `On ${d.on} several learners have this id in the system ${d.system}: ` +
      `${d.learners.join(', ')}. Leave it to one: learners.annul or correct`,
  }),
);

/** Said where the regulation refuses a SNILS that another learner has; it never shows it. */
export const snilsTaken = refusal('snils-taken', (d: { learners: readonly string[] }) => ({
  ru:
    `Такой же СНИЛС у ${d.learners.join(', ')}, а положение этого не допускает: проверьте его. ` +
    'Если это один человек, внесите данные в ту запись или свяжите записи (links.link)',
  en:
    `${d.learners.join(', ')} has the same SNILS, which the regulation refuses: check it. If ` +
    'they are one person, enter it in that record, or link the records (links.link)',
}));
