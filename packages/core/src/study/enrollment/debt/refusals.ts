import type { LocalisedText } from '../../../kernel/refusal.ts';
import { refusal } from '../../../kernel/refusal.ts';

/* Refusals of the commands about debts and retakes. D9, 273-FZ art. 58. */

/** Said where failures of this kind of assessment make no debt by the regulation. */
export const noDebtOfKind = refusal(
  'no-debt-of-kind',
  (d: { kind: string; kinds: readonly string[] }) => ({
    ru: `Вид «${d.kind}» задолженности не образует; образуют: ${d.kinds.join(', ') || '—'}`,
    en: `The kind ${d.kind} makes no debt; these do: ${d.kinds.join(', ') || '—'}`,
  }),
);

/** Said where the subject has a valid passing result since the failure. */
export const nothingOwed = refusal(
  'nothing-owed',
  (d: { module: string | null; kind: string; result: string | null }) => ({
    ru:
      `${d.module ?? '*'} (${d.kind}): ` +
      (d.result === null ? 'несданного нет, долга нет' : `сдано (${d.result}), долга нет`),
    en:
      `${d.module ?? '*'} (${d.kind}): nothing is owed, ` +
      (d.result === null ? 'nothing was failed' : `the result ${d.result} passes`),
  }),
);

/**
 * Said where a result failed that is no planned assessment: neither the group's plan nor a form of
 * the module nor the mandatory kinds name it, so that it makes no debt. RK 1.2.
 */
export const notPlanned = refusal(
  'not-planned',
  (d: { module: string | null; kind: string; result: string }) => ({
    ru: `${d.module ?? '*'} (${d.kind}) программой и планом не предусмотрено: ${d.result} не долг`,
    en: `${d.module ?? '*'} (${d.kind}) is in no programme or plan: ${d.result} makes no debt`,
  }),
);

/** Said where a debt is raised from an absence with a valid reason. 273-FZ art. 58 part 2. */
export const absenceExcused = refusal(
  'absence-excused',
  (d: { result: string; reason: string }) => ({
    ru: `Неявка ${d.result} уважительная («${d.reason}»): задолженности нет, назначьте иной день`,
    en: `The absence ${d.result} was excused (${d.reason}): it makes no debt, set another day`,
  }),
);

/** Said where the enrollment has no such debt. */
export const debtUnknown = refusal('debt-unknown', (d: { debt: string; enrollment: string }) => ({
  ru: `В ${d.enrollment} нет задолженности ${d.debt}: возьмите eventId из ответа`,
  en: `${d.enrollment} has no debt ${d.debt}: take the eventId from the answer`,
}));

const STATUS: Readonly<Record<string, LocalisedText>> = {
  settled: { ru: 'погашена', en: 'settled' },
  expired: { ru: 'истекла', en: 'expired' },
  repeated: { ru: 'снята повторным годом обучения', en: 'ended by the repeated year' },
};

/**
 * Said where a debt that is settled, expired or groundless is to be paused, settled, retaken or
 * expired.
 */
export const debtNotOpen = refusal('debt-not-open', (d: { debt: string; status: string }) => ({
  ru: `Задолженность ${d.debt} не открыта: ${STATUS[d.status]?.ru ?? d.status}`,
  en: `The debt ${d.debt} is not open: it is ${STATUS[d.status]?.en ?? d.status}`,
}));

/** Said where the regulation has no retakes of this kind of assessment. */
export const noRetakesOfKind = refusal(
  'no-retakes-of-kind',
  (d: { kind: string; kinds: readonly string[] }) => ({
    ru: `Пересдач вида «${d.kind}» положение не знает; есть: ${d.kinds.join(', ') || '—'}`,
    en: `The regulation has no retakes of ${d.kind}; it has them of: ${d.kinds.join(', ') || '—'}`,
  }),
);

/**
 * Said where the retakes that the regulation allows are used up. 273-FZ art. 58 part 5: at most
 * two.
 */
export const retakesUsedUp = refusal(
  'retakes-used-up',
  (d: { of: string; used: number; max: number; granted: string | null }) => ({
    ru:
      `По ${d.of} пересдач было ${d.used}, можно не более ${d.max}: ` +
      (d.granted === null
        ? 'больше не назначить'
        : `отмените назначенную (debts.withdrawRetake, retake: ${d.granted})`),
    en:
      `${d.of} has had ${d.used} retakes, and at most ${d.max} are allowed: ` +
      (d.granted === null
        ? 'grant no more'
        : `withdraw the granted one (debts.withdrawRetake, retake: ${d.granted})`),
  }),
);

/** Said where an earlier granted retake has been neither taken nor withdrawn. */
export const retakeWaits = refusal('retake-waits', (d: { retake: string; plannedOn: string }) => ({
  ru: `Пересдача ${d.retake} уже назначена на ${d.plannedOn}: проведите или отмените её`,
  en: `The retake ${d.retake} is set for ${d.plannedOn} already: take or withdraw it`,
}));

/**
 * Said where a retake is planned after the end of its term. 273-FZ art. 58 part 5: within a year.
 */
export const retakeAfterTerm = refusal(
  'retake-after-term',
  (d: { plannedOn: string; deadline: string }) => ({
    ru: `Пересдача ${d.plannedOn} позже срока (${d.deadline}): назначьте более ранний день`,
    en: `A retake on ${d.plannedOn} is after the term (${d.deadline}): set an earlier day`,
  }),
);

/** Said where a retake is planned, moved or withdrawn before its grant. */
export const retakeTooEarly = refusal(
  'retake-too-early',
  (d: { plannedOn: string; after: string }) => ({
    ru: `Пересдача ${d.plannedOn} раньше ${d.after}: назначьте этот день или более поздний`,
    en: `A retake on ${d.plannedOn} is before ${d.after}: set that day or a later one`,
  }),
);

/**
 * Said where the attempt must be held by a commission and none is named; `granted`: the retake that
 * was granted without one, before it was known that an earlier attempt counts. 273-FZ art. 58 part
 * 6, R1 §4.2.4.
 */
export const retakeNeedsCommission = refusal(
  'retake-needs-commission',
  (d: { attempt: number; from: number; granted: string | null }) => ({
    ru:
      `Попытка ${d.attempt}: с попытки ${d.from} пересдают комиссии, ` +
      (d.granted === null
        ? 'назовите commission'
        : `а ${d.granted} назначена без неё: отмените её (debts.withdrawRetake) и назначьте ` +
          'заново с commission (debts.grantRetake)'),
    en:
      `Attempt ${d.attempt}: from attempt ${d.from} on a commission holds it, ` +
      (d.granted === null
        ? 'name commission'
        : `and ${d.granted} was granted without one: withdraw it (debts.withdrawRetake) and ` +
          'grant it anew with commission (debts.grantRetake)'),
  }),
);

/** Said where no retake of this event id was granted. */
export const retakeUnknown = refusal(
  'retake-unknown',
  (d: { retake: string; enrollment: string }) => ({
    ru: `В ${d.enrollment} нет назначенной пересдачи ${d.retake}: сначала назначьте её`,
    en: `${d.enrollment} has no granted retake ${d.retake}: grant it first`,
  }),
);

/** Said where a retake was already taken or withdrawn. */
export const retakeNotWaiting = refusal(
  'retake-not-waiting',
  (d: { retake: string; takenBy: string | null }) => ({
    ru: `Пересдача ${d.retake} уже проведена или отменена (${d.takenBy ?? '—'})`,
    en: `The retake ${d.retake} was taken or withdrawn already (${d.takenBy ?? '—'})`,
  }),
);

/**
 * Said where a result names a retake of what is failed no more: the failing result was annulled,
 * corrected to a passing one, excused, or settled before that day. RK 1.2.
 */
export const retakeNotOwed = refusal('retake-not-owed', (d: { retake: string; of: string }) => ({
  ru:
    `Пересдача ${d.retake}: ${d.of} уже не «не сдано». Отмените её (debts.withdrawRetake), а ` +
    `результат внесите без retake`,
  en:
    `The retake ${d.retake}: ${d.of} is failed no more. Withdraw it (debts.withdrawRetake), and ` +
    `record the result without retake`,
}));

/** Said where a result names a retake that was granted for another day. */
export const retakeOtherDay = refusal(
  'retake-other-day',
  (d: { on: string; plannedOn: string }) => ({
    ru: `Пересдача назначена на ${d.plannedOn}, а не на ${d.on}: исправьте дату`,
    en: `The retake is set for ${d.plannedOn}, not for ${d.on}: mend the day`,
  }),
);

/** Said where a result names a retake of another module or kind, or before another commission. */
export const retakeOfOther = refusal(
  'retake-of-other',
  (d: { field: 'module' | 'kind' | 'commission'; given: string; granted: string }) => ({
    ru: `Пересдача назначена по ${d.granted}, а дано ${d.given}: исправьте поле ${d.field}`,
    en: `The retake was granted for ${d.granted}, and ${d.given} is given: mend the ${d.field}`,
  }),
);
