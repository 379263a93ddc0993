import { refusal } from '../../../kernel/refusal.ts';
import type { LatestMark } from '../facts/assessment-state.ts';

/* What a recorded assessment says: who assessed, what came of it, what it rests on. D6, D8. */

export const platformMayNotAssess = refusal(
  'platform-may-not-assess',
  (d: { platform: string; edition: number }) => ({
    ru: `По редакции ${d.edition} платформа (${d.platform}) не оценивает: назовите лицо`,
    en: `By edition ${d.edition} a platform (${d.platform}) does not assess: name a person`,
  }),
);

export const assessorIsOutside = refusal(
  'assessor-is-outside',
  (d: { organisation: string; origin: string }) => ({
    ru: `${d.organisation} — внешняя организация, а происхождение ${d.origin}: назовите другое`,
    en: `${d.organisation} is an outside organisation, and the origin is ${d.origin}: change it`,
  }),
);

/** The regulation asks for a protocol. R1 §4.2.3. */
export const protocolNeeded = refusal('protocol-needed', (d: { kind: string; given: string }) => ({
  ru: `Результат («${d.kind}») записывают по протоколу комиссии, а дано: ${d.given}`,
  en: `A result of kind ${d.kind} rests on a protocol of a commission, and has: ${d.given}`,
}));

/** A result by protocol is of the sitting's day. */
export const protocolOtherDay = refusal(
  'protocol-other-day',
  (d: { protocol: string; sittingOn: string; on: string }) => ({
    ru: `Заседание ${d.protocol} было ${d.sittingOn}, а результат от ${d.on}: исправьте дату`,
    en: `The sitting ${d.protocol} was on ${d.sittingOn}, the result is of ${d.on}: mend the day`,
  }),
);

/** A number or day that is given agrees with the register. */
export const protocolDisagrees = refusal(
  'protocol-disagrees',
  (d: { protocol: string; given: string; registered: string }) => ({
    ru: `Протокол ${d.protocol} зарегистрирован как ${d.registered}, а дано ${d.given}`,
    en: `The protocol ${d.protocol} is registered as ${d.registered}, and ${d.given} is given`,
  }),
);

/** A decision grants a subject once. */
export const creditedAlready = refusal(
  'credited-already',
  (d: { decision: string; result: string }) => ({
    ru: `По решению ${d.decision} это уже зачтено (${d.result}): второй раз не засчитать`,
    en: `By the decision ${d.decision} it is credited already (${d.result}): it is done once`,
  }),
);

export const wordsMissing = refusal('words-missing', (d: { value: string; expected: string }) => ({
  ru: `Оценка ${d.value} дана без прописи: допишите «${d.expected}»`,
  en: `The mark ${d.value} is given without words: write "${d.expected}"`,
}));

export const wordsDisagree = refusal(
  'words-disagree',
  (d: { value: string; words: string; expected: string }) => ({
    ru: `Цифра ${d.value} и пропись «${d.words}» расходятся: прописью пишут «${d.expected}»`,
    en: `The digits ${d.value} and the words "${d.words}" disagree: write "${d.expected}"`,
  }),
);

/** R2 §2.3, third paragraph: final attestation is held at the end of the period of study. */
export const finalNotLast = refusal(
  'final-not-last',
  (d: { on: string; finalOn: string; other: LatestMark; module: string | null }) => ({
    ru:
      `Итоговая оценка (${d.finalOn}) не может быть раньше других: дано ${d.on}, ` +
      `уже есть ${d.other.on} (${d.other.event}); проверьте даты`,
    en:
      `A final mark (${d.finalOn}) may not be earlier than others: given is ${d.on}, ` +
      `and ${d.other.on} stands (${d.other.event}); check the days`,
  }),
);

/* Which kinds of assessment are held where the state final attestation (ГИА) is taken. R5 §4.1. */

export const closedByStateFinal = refusal(
  'closed-by-state-final',
  (d: { module: string; kind: string; instead: string }) => ({
    ru: `${d.module} сдают на ГИА, вид ${d.kind} там не проводят: запишите ${d.instead}`,
    en: `${d.module} is taken at the state final attestation, not by ${d.kind}: use ${d.instead}`,
  }),
);

export const notAtStateFinal = refusal(
  'not-at-state-final',
  (d: { module: string; kind: string }) => ({
    ru: `${d.module} не сдают на ГИА, вид ${d.kind} здесь не проводят: назовите другой вид`,
    en: `${d.module} is not taken at the state final attestation: name another kind than ${d.kind}`,
  }),
);
