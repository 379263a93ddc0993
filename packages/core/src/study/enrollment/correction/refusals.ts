import { refusal } from '../../../kernel/refusal.ts';

/** Said where a result is to be annulled again. */
export const alreadyAnnulled = refusal(
  'already-annulled',
  (d: { result: string; annulledOn: string }) => ({
    ru: `Результат ${d.result} уже аннулирован ${d.annulledOn}`,
    en: `The result ${d.result} was annulled on ${d.annulledOn} already`,
  }),
);

/** Said where an annulment names a correction instead of the first record. */
export const notFirstRecord = refusal(
  'not-first-record',
  (d: { given: string; record: string }) => ({
    ru: `${d.given} — исправление; аннулируют первую запись: ${d.record}`,
    en: `${d.given} is a correction; an annulment names the first record: ${d.record}`,
  }),
);

/** Said where the regulation requires the replaced mark to be named and the command does not. */
export const replacedNotNamed = refusal('replaced-not-named', (d: { inForce: string }) => ({
  ru: `Назовите заменяемое значение: replaces: ${d.inForce}`,
  en: `Name the value that is replaced: replaces: ${d.inForce}`,
}));

/** Said where another person signs than the one who corrected. R2 §2.3. */
export const correctorMustSign = refusal(
  'corrector-must-sign',
  (d: { correctedBy: string; signer: string }) => ({
    ru: `Исправил(а) ${d.correctedBy}, а подписывает ${d.signer}: подписывает исправивший`,
    en: `${d.correctedBy} corrected and ${d.signer} signs: the one who corrected must sign`,
  }),
);

/** Said where a correction gives the mark that is in force. */
export const sameValue = refusal('same-value', (d: { value: string; inForce: string }) => ({
  ru: `Оценка ${d.value} уже действует (${d.inForce}): исправлять нечего`,
  en: `The mark ${d.value} is in force already (${d.inForce}): there is nothing to correct`,
}));

/** Said where a correction names another scale than that of the mark it replaces. */
export const scaleStays = refusal(
  'scale-stays',
  (d: { scale: string; own: string; inForce: string }) => ({
    ru: `Оценка ${d.inForce} по шкале «${d.own}»: исправление остаётся в ней, не «${d.scale}»`,
    en: `The mark ${d.inForce} is on the scale ${d.own}: a correction stays on it, not ${d.scale}`,
  }),
);

/** Said where the enrollment has no such correction. */
export const correctionUnknown = refusal(
  'correction-unknown',
  (d: { correction: string; enrollment: string }) => ({
    ru: `В ${d.enrollment} нет исправления ${d.correction}: возьмите eventId из ответа`,
    en: `${d.enrollment} has no correction ${d.correction}: take the eventId from the answer`,
  }),
);

/** Said where a correction does not wait for a countersignature, or no longer. */
export const correctionNotWaiting = refusal(
  'correction-not-waiting',
  (d: { correction: string; inForce: string }) => ({
    ru: `Исправление ${d.correction} не ждёт подписи: действует ${d.inForce}`,
    en: `The correction ${d.correction} waits for nothing: ${d.inForce} is in force`,
  }),
);

/** Said where the signer of a correction is to countersign or decline it. */
export const samePerson = refusal('same-person', (d: { person: string; correction: string }) => ({
  ru: `${d.person} подписал(а) исправление ${d.correction}: решает другое лицо`,
  en: `${d.person} signed the correction ${d.correction}: another person must settle it`,
}));

/** Said where the account that entered a correction enters its countersignature. */
export const sameActor = refusal('same-actor', (d: { actor: string; correction: string }) => ({
  ru: `Исправление ${d.correction} внесено под ${d.actor}: вторую подпись вносит другой`,
  en: `${d.actor} entered the correction ${d.correction}: another account must countersign`,
}));

/** Said where another person than its signer withdraws a correction. */
export const notTheSigner = refusal(
  'not-the-signer',
  (d: { person: string; signer: string; correction: string }) => ({
    ru: `Исправление ${d.correction} подписал(а) ${d.signer}, отозвать может только он(а)`,
    en: `${d.signer} signed the correction ${d.correction}, and only they withdraw it`,
  }),
);

/** Said where a result is to be corrected as an absence that is none. RK 1.4. */
export const notAnAbsence = refusal('not-an-absence', (d: { result: string }) => ({
  ru: `Результат ${d.result} не неявка: оценку исправляет correct`,
  en: `The result ${d.result} is no absence: a mark is corrected by correct`,
}));

/** Said where an absence has the given code already. RK 1.4. */
export const sameAbsence = refusal('same-absence', (d: { result: string; code: string }) => ({
  ru: `Неявка ${d.result} уже имеет код «${d.code}»: исправлять нечего`,
  en: `The absence ${d.result} has the code ${d.code} already: there is nothing to correct`,
}));

/** Said where an absence is corrected without the paper that shows its reason. RK 1.4. */
export const absencePaperMissing = refusal('absence-paper-missing', (d: { result: string }) => ({
  ru: `Неявку ${d.result} исправляют по документу: назовите его в ground (вид, номер, дата)`,
  en: `The absence ${d.result} is corrected on a paper: name it as ground (kind, number, day)`,
}));

/** Said where a mark is to replace an absence and no work or sheet is named. RK 1.4. */
export const absenceBasisMissing = refusal('absence-basis-missing', (d: { result: string }) => ({
  ru:
    `Вместо неявки ${d.result} ставят оценку, только если ошибкой была неявка: назовите работу ` +
    `или ведомость в basis; сданное позже запишите новым результатом`,
  en:
    `A mark replaces the absence ${d.result} only where the absence was the error: name the ` +
    `work or sheet as basis; what was done later is a new result`,
}));

/** Said where only the author of a mark corrects it, and the author is still in office. RK 1.12. */
export const notTheAuthor = refusal('not-the-author', (d: { signer: string; author: string }) => ({
  ru: `Оценку исправляет поставивший её ${d.author}, пока он в должности, а не ${d.signer}`,
  en: `The mark is corrected by its author ${d.author}, who is in office, not by ${d.signer}`,
}));

/** Said where the paper entry of a correction has another day than the correction. RK 1.12. */
export const paperOtherDay = refusal('paper-other-day', (d: { on: string; paper: string }) => ({
  ru: `Исправление подписано на бумаге ${d.paper}, а дано ${d.on}: уберите on`,
  en: `The correction was signed on paper on ${d.paper}, and ${d.on} is given: leave on out`,
}));

/** Said where a correction's paper entry is in a carrier that the regulation lacks. RK 1.12. */
export const paperCarrierUnknown = refusal(
  'paper-carrier-unknown',
  (d: { carrier: string; known: readonly string[] }) => ({
    ru: `Бумажного носителя «${d.carrier}» нет в положении; есть: ${d.known.join(', ') || '—'}`,
    en: `The regulation has no paper carrier ${d.carrier}; it has: ${d.known.join(', ') || '—'}`,
  }),
);
