import { refusal } from '../../../kernel/refusal.ts';

/** Said where the form is not approved in this version on the day. R2 §2.1. */
export const formNotApproved = refusal(
  'form-not-approved',
  (d: { form: string; version: string | null; inForce: string | null; on: string }) => ({
    ru: `Форма ${d.form} (${d.version ?? '—'}) на ${d.on} не утверждена; есть: ${d.inForce ?? '—'}`,
    en: `Form ${d.form} (${d.version ?? '—'}) is not approved on ${d.on}; is: ${d.inForce ?? '—'}`,
  }),
);

/** Said where the regulation has no such reason to declare something void. */
export const voidReasonUnknown = refusal(
  'void-reason-unknown',
  (d: { reason: string; reasons: readonly string[] }) => ({
    ru: `Причины «${d.reason}» нет в положении; есть: ${d.reasons.join(', ') || '—'}`,
    en: `The regulation has no reason ${d.reason}; it has: ${d.reasons.join(', ') || '—'}`,
  }),
);

/** Said where the carrier is electronic, so that no sheets of it are signed. */
export const carrierNotPaper = refusal('carrier-not-paper', (d: { carrier: string }) => ({
  ru: `Носитель «${d.carrier}» ведётся в электронном виде: его листы не подписывают`,
  en: `The carrier ${d.carrier} is kept in electronic form: no sheets of it are signed`,
}));

/** Said where the carrier is optional and nobody decided to keep it. R1 §4/5.6, R5 §4.3.4. */
export const carrierNotKept = refusal('carrier-not-kept', (d: { carrier: string; on: string }) => ({
  ru: `Носитель «${d.carrier}» на ${d.on} не ведётся: сначала примите решение`,
  en: `The carrier ${d.carrier} is not kept on ${d.on}: decide to keep it first`,
}));

/** Said where the number on the first sheet is not the next one. */
export const sheetOutOfOrder = refusal(
  'sheet-out-of-order',
  (d: { sheet: number; next: number }) => ({
    ru: `Лист № ${d.sheet} не следующий: очередной № ${d.next}`,
    en: `Sheet No. ${d.sheet} is not the next: that is No. ${d.next}`,
  }),
);

/** Said where no sheet of this number was signed. */
export const sheetUnknown = refusal(
  'sheet-unknown',
  (d: { sheet: number; carrier: string; period: string }) => ({
    ru: `Листа № ${d.sheet} носителя «${d.carrier}» за ${d.period} нет: проверьте номер`,
    en: `There is no sheet No. ${d.sheet} of ${d.carrier} in ${d.period}: check the number`,
  }),
);

/** Said where the sheet was already declared void. */
export const sheetVoidedAlready = refusal(
  'sheet-voided-already',
  (d: { sheet: number; on: string }) => ({
    ru: `Лист № ${d.sheet} недействителен с ${d.on}: второй раз этого не делают`,
    en: `Sheet No. ${d.sheet} is void since ${d.on}: that is done once`,
  }),
);

/** Said where one person is named twice among the signers. */
export const signerTwice = refusal('signer-twice', (d: { person: string }) => ({
  ru: `${d.person} среди подписавших дважды: оставьте одну подпись`,
  en: `${d.person} stands among the signers twice: keep one signature`,
}));

/** Said where the regulation answers a change of this carrier's signed sheets by another paper. */
export const settledOtherwise = refusal(
  'settled-otherwise',
  (d: { carrier: string; by: string; owed: string }) => ({
    ru: `Для «${d.carrier}» по положению нужен ${d.owed}, а не ${d.by}: оформите его`,
    en: `For ${d.carrier} the regulation asks for ${d.owed}, not for ${d.by}: sign that one`,
  }),
);

/** Said where the sheet is a correction sheet, on which nothing is owed of its own. */
export const sheetIsCorrection = refusal(
  'sheet-is-correction',
  (d: { sheet: number; of: number }) => ({
    ru: `Лист № ${d.sheet} сам лист исправлений к листу № ${d.of}: назовите лист № ${d.of}`,
    en: `Sheet No. ${d.sheet} is the correction sheet of No. ${d.of}: name No. ${d.of}`,
  }),
);

/** Said where the history has no event at the place, or none that changes what the sheets say. */
export const changeUnknown = refusal('change-unknown', (d: { at: string; sheet: number }) => ({
  ru: `${d.at} не меняет того, что на листе № ${d.sheet}: возьмите места из отчёта`,
  en: `${d.at} changes nothing on sheet No. ${d.sheet}: take the places from the report`,
}));

/** Said where the signed sheets were printed from a history that has the change. */
export const changeShownAlready = refusal(
  'change-shown-already',
  (d: { at: string; sheet: number }) => ({
    ru: `${d.at} уже есть на листе № ${d.sheet}: уберите из изменений`,
    en: `Sheet No. ${d.sheet} shows ${d.at} already: leave it out of the changes`,
  }),
);

/** Said where the paper that settles was printed from a history without the change. */
export const changeNotOnPage = refusal('change-not-on-page', (d: { at: string; last: string }) => ({
  ru: `Лист напечатан по ${d.last}, до ${d.at}: напечатайте его заново`,
  en: `The sheet was printed from ${d.last}, before ${d.at}: print it anew`,
}));

/** Said where the change is on a correction sheet that was signed and is not void. */
export const changeSettledAlready = refusal(
  'change-settled-already',
  (d: { at: string; sheet: number }) => ({
    ru: `${d.at} уже оформлено листом № ${d.sheet}: уберите из изменений`,
    en: `${d.at} is settled by sheet No. ${d.sheet} already: leave it out of the changes`,
  }),
);

/** Said where who corrected a mark, and still holds the office, does not sign. R2 §2.3. */
export const correctorSignsNot = refusal(
  'corrector-signs-not',
  (d: { person: string; at: string }) => ({
    ru: `Исправление ${d.at} подписывает исправивший, ${d.person}: добавьте подпись`,
    en: `${d.person}, who corrected, signs the correction ${d.at}: add their signature`,
  }),
);
