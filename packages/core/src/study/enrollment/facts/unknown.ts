import type { LocalisedText } from '../../../kernel/refusal.ts';
import { refusal } from '../../../kernel/refusal.ts';
import { statusWords } from './life-questions.ts';

/* Refusals about the facts of an enrollment: itself, its results, what they are marked on. */

/** Said where there is no such enrollment. */
export const enrollmentUnknown = refusal('enrollment-unknown', (d: { enrollment: string }) => ({
  ru: `Зачисления ${d.enrollment} нет: проверьте номер или сначала зачислите`,
  en: `There is no enrollment ${d.enrollment}: check its id, or enroll first`,
}));

/** Said where an enrollment that was annulled is to be used: it counts as never made. RK 1.8. */
export const enrollmentAnnulled = refusal('enrollment-annulled', (d: { enrollment: string }) => ({
  ru: `Зачисление ${d.enrollment} аннулировано, как если бы его не было: назовите другое`,
  en: `The enrollment ${d.enrollment} was annulled, as if never made: name another`,
}));

/**
 * Said where a result, debt or notice is dated on a day on which the learner does not study. R1
 * §3.2: results are recorded of those who are enrolled and have begun to study.
 */
export const outsideStudy = refusal(
  'outside-study',
  (d: { on: string; status: string; since: string | null }) => {
    const words = statusWords(d.status, d.since);
    return {
      ru: `${d.on} не день учёбы (${words.ru}): проверьте дату`,
      en: `${d.on} is no day of study (${words.en}): check the day`,
    };
  },
);

/**
 * Said where an enrollment is to be handed over to the archive before it has ended. D18, R1 §7.2.
 */
export const notEnded = refusal(
  'not-ended',
  (d: { enrollment: string; on: string; status: string; since: string | null }) => {
    const words = statusWords(d.status, d.since);
    return {
      ru: `${d.enrollment} на ${d.on} не окончено (${words.ru}): сначала завершите или отчислите`,
      en: `${d.enrollment} has not ended by ${d.on} (${words.en}): complete or discharge first`,
    };
  },
);

/** Said where the enrollment has no result or correction of this event id. */
export const resultUnknown = refusal(
  'result-unknown',
  (d: { result: string; enrollment: string }) => ({
    ru: `В ${d.enrollment} нет результата ${d.result}: возьмите eventId из ответа или журнала`,
    en: `${d.enrollment} has no result ${d.result}: take the eventId from the answer or journal`,
  }),
);

/** Said where an annulled result is to be corrected, entered or used. */
export const resultAnnulled = refusal(
  'result-annulled',
  (d: { result: string; annulledOn: string }) => ({
    ru: `Результат ${d.result} аннулирован ${d.annulledOn}: запишите новый`,
    en: `The result ${d.result} was annulled on ${d.annulledOn}: record a new one`,
  }),
);

/** Said where a command names a mark that is not the one in force. */
export const notInForce = refusal('not-in-force', (d: { given: string; inForce: string }) => ({
  ru: `Действует не ${d.given}, а ${d.inForce}: посмотрите новое значение и назовите его`,
  en: `Not ${d.given} but ${d.inForce} is in force: look at the new value and name that one`,
}));

/**
 * Said where a result is to be corrected, or its enrollment handed over, while a correction waits
 * for its countersignature.
 */
export const correctionWaiting = refusal(
  'correction-waiting',
  (d: { correction: string; signer: string; since: string }) => ({
    ru: `Исправление ${d.correction} (${d.signer}, ${d.since}) ждёт второй подписи: решите его`,
    en: `The correction ${d.correction} (${d.signer}, ${d.since}) waits: settle that one first`,
  }),
);

/** Said where a valid mark or credit already counts for the planned assessment. */
export const alreadyAssessed = refusal(
  'already-assessed',
  (d: { planned: string; event: string }) => ({
    ru: `По ${d.planned} уже есть результат (${d.event}): исправьте или аннулируйте его`,
    en: `${d.planned} has a standing result (${d.event}) already: correct or annul that one`,
  }),
);

/** Said where a command names another module or kind than the planned assessment has. */
export const plannedDisagrees = refusal(
  'planned-disagrees',
  (d: { planned: string; field: 'module' | 'kind'; given: string; plan: string }) => ({
    ru: `${d.planned} по плану имеет ${d.field} ${d.plan}, а не ${d.given}: исправьте или уберите`,
    en: `${d.planned} is planned with ${d.field} ${d.plan}, not ${d.given}: mend or leave it out`,
  }),
);

/** Said where a target guideline is to be marked. R4 §4.1. */
export const guidelineNotMarked = refusal('target-guideline', (d: { guideline: string }) => ({
  ru: `${d.guideline} — целевой ориентир, его не оценивают: назовите модуль`,
  en: `${d.guideline} is a target guideline and never carries a mark: name a module`,
}));

/** Said where a written mark is not on its scale; the text says what the scale allows. D2. */
export const notOnScale = refusal('not-on-scale', (d: { problem: LocalisedText }) => d.problem);

/** Said where a mark of the programme as a whole could be on several scales and names none. */
export const scaleNotNamed = refusal('scale-not-named', (d: { scales: readonly string[] }) => ({
  ru: `Для результата по программе в целом назовите шкалу; есть: ${d.scales.join(', ')}`,
  en: `Name the scale of a result of the whole programme; there are: ${d.scales.join(', ')}`,
}));

/** Said where a command names another scale than the module or programme has. */
export const otherScale = refusal(
  'other-scale',
  (d: { of: string; scale: string; given: string }) => ({
    ru: `${d.of} оценивается по шкале ${d.scale}, а не ${d.given}: не называйте шкалу`,
    en: `${d.of} is marked on the scale ${d.scale}, not on ${d.given}: leave the scale out`,
  }),
);

/** Said where a result is to be credited before the day on which it was achieved. */
export const achievedLater = refusal('achieved-later', (d: { on: string; achievedOn: string }) => ({
  ru: `Результат достигнут ${d.achievedOn}, позже зачёта ${d.on}: проверьте даты`,
  en: `The result was achieved on ${d.achievedOn}, after it was credited (${d.on})`,
}));

/** Said where a commission is not for this kind, attempt, programme or group. */
export const commissionNotFor = refusal(
  'commission-not-for',
  (d: { commission: string; kind: string; retake: boolean; group: string }) => ({
    ru:
      `Комиссия ${d.commission} не аттестует: ${d.kind}, ` +
      `${d.retake ? 'пересдача' : 'первая попытка'}, группа ${d.group}`,
    en:
      `Commission ${d.commission} does not attest ${d.kind}, ` +
      `${d.retake ? 'a retake' : 'a first attempt'}, group ${d.group}`,
  }),
);

/**
 * Said where a final mark or the completion is dated on a day on which the learner owes debts.
 * 273-FZ art. 59 part 6, RK 1.2.
 */
export const debtsOpen = refusal(
  'debts-open',
  (d: { enrollment: string; debts: readonly string[] }) => ({
    ru: `${d.enrollment}: не погашены задолженности ${d.debts.join(', ')}: назначьте пересдачу`,
    en: `${d.enrollment} owes ${d.debts.join(', ')}: grant a retake, the debt is settled first`,
  }),
);

const FIELDS = {
  kind: { ru: 'вида оценивания', en: 'kind of assessment' },
  form: { ru: 'формы оценивания', en: 'form of assessment' },
  origin: { ru: 'происхождения', en: 'origin' },
  reason: { ru: 'причины', en: 'reason' },
  scale: { ru: 'шкалы', en: 'scale' },
  way: { ru: 'способа', en: 'way' },
  period: { ru: 'учебного периода', en: 'period' },
} as const satisfies Record<string, LocalisedText>;

/**
 * Said where the edition in force on the day has no such code; the text lists those that it has.
 */
export const notInRegulation = refusal(
  'not-in-regulation',
  (d: { field: keyof typeof FIELDS; value: string; known: readonly string[] }) => {
    const { ru, en } = FIELDS[d.field];
    const known = d.known.length === 0 ? '—' : d.known.join(', ');
    return {
      ru: `В действующей редакции нет ${ru} «${d.value}»; есть: ${known}`,
      en: `The edition in force has no ${en} ${d.value}; it has: ${known}`,
    };
  },
);
