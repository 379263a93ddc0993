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
