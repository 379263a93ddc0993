import type { LocalisedText } from '../../../kernel/refusal.ts';
import { refusal } from '../../../kernel/refusal.ts';
import type { LatestMark } from '../facts/assessment-state.ts';

/* Refusals of the commands about results: assessor, basis, mark, order of final marks. D6, D8. */

/** Said where a platform is the assessor and the regulation does not allow it. */
export const platformMayNotAssess = refusal(
  'platform-may-not-assess',
  (d: { platform: string; edition: number }) => ({
    ru: `По редакции ${d.edition} платформа (${d.platform}) не оценивает: назовите лицо`,
    en: `By edition ${d.edition} a platform (${d.platform}) does not assess: name a person`,
  }),
);

/** Said where an outside organisation is the assessor of an internal assessment. */
export const assessorIsOutside = refusal(
  'assessor-is-outside',
  (d: { organisation: string; origin: string }) => ({
    ru: `${d.organisation} — внешняя организация, а происхождение ${d.origin}: назовите другое`,
    en: `${d.organisation} is an outside organisation, and the origin is ${d.origin}: change it`,
  }),
);

/**
 * Said where the regulation requires a protocol for results of this kind and none is named. R1
 * §4.2.3.
 */
export const protocolNeeded = refusal('protocol-needed', (d: { kind: string; given: string }) => ({
  ru: `Результат («${d.kind}») записывают по протоколу комиссии, а дано: ${d.given}`,
  en: `A result of kind ${d.kind} rests on a protocol of a commission, and has: ${d.given}`,
}));

/** Said where a result is dated on another day than the sitting of its protocol. */
export const protocolOtherDay = refusal(
  'protocol-other-day',
  (d: { protocol: string; sittingOn: string; on: string }) => ({
    ru: `Заседание ${d.protocol} было ${d.sittingOn}, а результат от ${d.on}: исправьте дату`,
    en: `The sitting ${d.protocol} was on ${d.sittingOn}, the result is of ${d.on}: mend the day`,
  }),
);

/** Said where a command gives another number or date than the protocol has. */
export const protocolDisagrees = refusal(
  'protocol-disagrees',
  (d: { protocol: string; given: string; registered: string }) => ({
    ru: `Протокол ${d.protocol} зарегистрирован как ${d.registered}, а дано ${d.given}`,
    en: `The protocol ${d.protocol} is registered as ${d.registered}, and ${d.given} is given`,
  }),
);

/** Said where the decision on an application has already credited this subject. */
export const creditedAlready = refusal(
  'credited-already',
  (d: { decision: string; result: string }) => ({
    ru: `По решению ${d.decision} это уже зачтено (${d.result}): второй раз не засчитать`,
    en: `By the decision ${d.decision} it is credited already (${d.result}): it is done once`,
  }),
);

/** Said where the regulation requires the mark in words and the command gives none. R2 §2.3. */
export const wordsMissing = refusal('words-missing', (d: { value: string; expected: string }) => ({
  ru: `Оценка ${d.value} дана без прописи: допишите «${d.expected}»`,
  en: `The mark ${d.value} is given without words: write "${d.expected}"`,
}));

/** Said where the words given with a mark differ from its digits. R2 §2.3. */
export const wordsDisagree = refusal(
  'words-disagree',
  (d: { value: string; words: string; expected: string }) => ({
    ru: `Цифра ${d.value} и пропись «${d.words}» расходятся: прописью пишут «${d.expected}»`,
    en: `The digits ${d.value} and the words "${d.words}" disagree: write "${d.expected}"`,
  }),
);

/**
 * Said where a mark would be dated after the final mark: final attestation is held at the end of
 * study. R2 §2.3, third paragraph.
 */
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

/**
 * Said where a module taken at the state final attestation is assessed by a kind that this
 * replaces. R5 §4.1.
 */
export const closedByStateFinal = refusal(
  'closed-by-state-final',
  (d: { module: string; kind: string; instead: string }) => ({
    ru: `${d.module} сдают на ГИА, вид ${d.kind} там не проводят: запишите ${d.instead}`,
    en: `${d.module} is taken at the state final attestation, not by ${d.kind}: use ${d.instead}`,
  }),
);

/**
 * Said where a module is assessed at the state final attestation that is not taken there. R5 §4.1.
 */
export const notAtStateFinal = refusal(
  'not-at-state-final',
  (d: { module: string; kind: string }) => ({
    ru: `${d.module} не сдают на ГИА, вид ${d.kind} здесь не проводят: назовите другой вид`,
    en: `${d.module} is not taken at the state final attestation: name another kind than ${d.kind}`,
  }),
);

/** What may be recorded over a failed result. RK 1.3. */
const RETAKE_WAYS: Readonly<Record<string, LocalisedText>> = {
  retake: {
    ru:
      'возможна только пересдача: назначьте её (debts.grantRetake); результату другого года ' +
      'нужен studyYear',
    en:
      'only a retake counts: grant one (debts.grantRetake); a result of another year needs ' +
      'studyYear',
  },
  'state-commission': {
    ru: 'решает государственная комиссия: назовите в basis её протокол (kind: protocol)',
    en: 'the state commission decides: name its protocol as basis (kind: protocol)',
  },
  none: {
    ru:
      'пересдачи нет: ошибку исправьте (assessments.correct), апелляции нужен appealOf, ' +
      'результату другого периода или года period или studyYear',
    en:
      'there is no retake: mend an error (assessments.correct), name appealOf for an appeal, ' +
      'period or studyYear for a result of another one',
  },
};

/**
 * Said where a result is recorded over a failure of the same thing without a granted retake. RK
 * 1.3, 273-FZ art. 58 part 5.
 */
export const retakeNeeded = refusal(
  'retake-needed',
  (d: {
    module: string | null;
    kind: string;
    failed: string;
    /** `none`: no retake can be granted; the kind has none, or its attempts or term are over. */
    way: 'retake' | 'state-commission' | 'none';
  }) => ({
    ru:
      `${d.module ?? '*'} (${d.kind}): по несданному ${d.failed} ` +
      (RETAKE_WAYS[d.way]?.ru ?? d.way),
    en:
      `${d.module ?? '*'} (${d.kind}): after the failed ${d.failed} ` +
      (RETAKE_WAYS[d.way]?.en ?? d.way),
  }),
);

/**
 * Said where a second result is recorded of what has a result in force: it is lawful as a retake, a
 * correction, an appeal's decision, of another study year, or of the state attestation. RK 1.3.
 */
export const secondResult = refusal(
  'second-result',
  (d: { module: string | null; kind: string; result: string; on: string }) => ({
    ru:
      `${d.module ?? '*'} (${d.kind}): результат уже есть (${d.result} от ${d.on}). Второй ` +
      `возможен как пересдача, апелляция (appealOf) или за иной год (studyYear); ошибку ` +
      `исправьте (correct)`,
    en:
      `${d.module ?? '*'} (${d.kind}) has a result (${d.result} of ${d.on}). A second one is ` +
      `a retake, an appeal (appealOf) or of another year (studyYear); mend an error by correct`,
  }),
);

/** Said where a failing result is entered before a later one that was no retake. RK 1.3. */
export const laterResultStands = refusal(
  'later-result-stands',
  (d: { module: string | null; kind: string; result: string; on: string }) => ({
    ru:
      `${d.module ?? '*'} (${d.kind}): позже записан ${d.result} (${d.on}) не как пересдача: ` +
      `назовите period или studyYear либо сначала аннулируйте его`,
    en:
      `${d.module ?? '*'} (${d.kind}): ${d.result} stands later (${d.on}) and is no retake: ` +
      `name period or studyYear, or annul that one first`,
  }),
);

/** Said where the decision on an appeal does not name its protocol as basis. RK 1.3. */
export const appealNeedsProtocol = refusal('appeal-needs-protocol', (d: { result: string }) => ({
  ru:
    `Решение апелляции по ${d.result} даётся протоколом: назовите его в basis ` +
    `(kind: protocol) с номером и датой`,
  en:
    `An appeal of ${d.result} is decided by protocol: name it as basis ` +
    `(kind: protocol), with number and date`,
}));

/** Said where an appeal names a result that another one has replaced. RK 1.3. */
export const appealOfReplaced = refusal(
  'appeal-of-replaced',
  (d: { result: string; inForce: string }) => ({
    ru: `Вместо ${d.result} действует ${d.inForce}: назовите его в appealOf`,
    en: `${d.inForce} is in force in place of ${d.result}: name that one in appealOf`,
  }),
);

/** Said where a kind of assessment is given by period and none is named. RK 1.2. */
export const periodMissing = refusal(
  'period-missing',
  (d: { kind: string; periods: readonly string[] }) => ({
    ru: `«${d.kind}» ставят за период: назовите period (${d.periods.join(', ')})`,
    en: `${d.kind} is given by period: name the period (${d.periods.join(', ')})`,
  }),
);

/** Said where a period is named of a kind that is given once, and not by period. RK 1.3. */
export const periodNotForKind = refusal(
  'period-not-for-kind',
  (d: { kind: string; period: string }) => ({
    ru: `«${d.kind}» ставят один раз, не за период: уберите period (${d.period})`,
    en: `${d.kind} is given once and not by period: leave the period ${d.period} out`,
  }),
);

/** Said where a result is to count for a study year before the enrollment. RK 1.3. */
export const yearBeforeEnrollment = refusal(
  'year-before-enrollment',
  (d: { studyYear: string; from: string }) => ({
    ru: `Учебный год ${d.studyYear} раньше зачисления (${d.from}): назовите год этого обучения`,
    en: `The study year ${d.studyYear} is before the enrollment (${d.from}): name a year of it`,
  }),
);

/**
 * Said where a result could be of its own study year, or a retake that waits from an earlier one.
 * RK 1.3, RK 1.6.
 */
export const retakeOrYear = refusal(
  'retake-or-year',
  (d: { retake: string; plannedOn: string; of: string; studyYear: string }) => ({
    ru:
      `Ждёт пересдача за ${d.of} учебный год (назначена на ${d.plannedOn}): назовите её ` +
      `(retake: ${d.retake}), или год этого результата (studyYear: ${d.studyYear})`,
    en:
      `A retake of the study year ${d.of} waits, planned on ${d.plannedOn}: name it ` +
      `(retake: ${d.retake}), or the year of this result (studyYear: ${d.studyYear})`,
  }),
);

/** Said where a failing result is to be credited. D11, 273-FZ art. 34. */
export const creditNotPassing = refusal(
  'credit-not-passing',
  (d: { module: string | null; kind: string; value: string }) => ({
    ru: `${d.module ?? '*'} (${d.kind}): «${d.value}» не засчитывают, зачёт бывает успешного`,
    en: `${d.module ?? '*'} (${d.kind}): ${d.value} is not credited, only what was passed is`,
  }),
);

/** Said where a credit is to stand over a failed result, and nobody decided on it. RK 1.3. */
export const creditOverFailure = refusal(
  'credit-over-failure',
  (d: { module: string | null; kind: string; failed: string }) => ({
    ru:
      `${d.module ?? '*'} (${d.kind}): поверх несданного ${d.failed} зачёт даёт только решение: ` +
      'назовите decision (заявление) или decidedBy',
    en:
      `${d.module ?? '*'} (${d.kind}): over the failed ${d.failed} a credit needs a decision: ` +
      'name decision (an application) or decidedBy',
  }),
);
