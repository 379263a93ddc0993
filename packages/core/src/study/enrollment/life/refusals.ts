import type { RestingFact } from '../../../entry/refusals.ts';
import { refusal } from '../../../kernel/refusal.ts';
import type { MissingResult } from '../facts/completion-questions.ts';
import { statusWords } from '../facts/life-questions.ts';
import type { ResultOutside } from './decide-life.ts';

/**
 * Said where an enrollment is to be completed without its mandatory results, or a completed one
 * would lose one. R2 §1.5.
 */
export const resultsMissing = refusal(
  'results-missing',
  (d: { enrollment: string; missing: readonly MissingResult[] }) => {
    const list = d.missing.map(({ module, kind }) => `${module ?? '*'}: ${kind}`).join(', ');
    return {
      ru: `Для завершения ${d.enrollment} нет удовлетворительных результатов (${list})`,
      en: `Completion of ${d.enrollment} asks for satisfactory results it has not: ${list}`,
    };
  },
);

/**
 * Said where what is recorded, corrected or annulled after a completion would leave it without a
 * satisfactory result. R2 §1.5.
 */
export const completionUndone = refusal(
  'completion-undone',
  (d: { completedOn: string; missing: readonly MissingResult[] }) => {
    const list = d.missing.map(({ module, kind }) => `${module ?? '*'}: ${kind}`).join(', ');
    return {
      ru:
        `Обучение завершено ${d.completedOn}, и после этого у завершения не было бы ` +
        `удовлетворительных результатов (${list}): сначала аннулируйте завершение или дайте ` +
        'в основании приказ или решение суда',
      en:
        `Study was completed on ${d.completedOn}, and completion would then lack satisfactory ` +
        `results (${list}): annul the completion first, or give an order or a court's decision ` +
        'as the ground',
    };
  },
);

/** Said where a discharge of this reason is dated into a leave. 273-FZ art. 43 part 7. */
export const dischargeDuringLeave = refusal(
  'discharge-during-leave',
  (d: { reason: string; on: string; since: string | null }) => ({
    ru: `«${d.reason}» нельзя во время отпуска и болезни (с ${d.since ?? '—'}): дайте день после`,
    en: `${d.reason} is not given during a leave (since ${d.since ?? '—'}): name a day after it`,
  }),
);

/**
 * Said where the learner has an open enrollment in the same group, or in the same programme where
 * the regulation allows one per programme.
 */
export const alreadyEnrolled = refusal(
  'already-enrolled',
  (d: { enrollment: string; group: string; onePer: 'group' | 'programme' }) => ({
    ru:
      `Уже есть незавершённое зачисление ${d.enrollment} (группа ${d.group}), второе ` +
      `${d.onePer === 'group' ? 'в ту же группу' : 'на ту же программу'} не положено`,
    en:
      `There is an open enrollment ${d.enrollment} (group ${d.group}) already; ` +
      `a ${d.onePer} takes one of a learner at a time: end or use that one`,
  }),
);

/** Said where study is to begin before the enrollment. */
export const studyBeforeEnrollment = refusal(
  'study-before-enrollment',
  (d: { from: string; studyFrom: string }) => ({
    ru: `Учёба не может начаться ${d.studyFrom}, раньше зачисления ${d.from}`,
    en: `Study cannot begin on ${d.studyFrom}, before the enrollment on ${d.from}`,
  }),
);

/**
 * Internal: another command took the number between reading and writing. `enroll` tries the next
 * number, so no application sees it.
 */
export const numberTaken = refusal('number-taken', (d: { enrollment: string }) => ({
  ru: `Номер ${d.enrollment} только что занят: отправьте команду ещё раз`,
  en: `The number ${d.enrollment} was taken just now: send the command again`,
}));

/**
 * Said where an act that is entered late would make later steps of the life impossible: a discharge
 * before a leave, a transfer out of a group from which a later step moves the learner.
 */
export const stepsDisagree = refusal(
  'steps-disagree',
  (d: { act: string; on: string; steps: readonly RestingFact[] }) => {
    const list = d.steps.map(({ type, on, id }) => `${type} ${on} (${id})`).join(', ');
    return {
      ru: `С «${d.act}» от ${d.on} не сходятся позднейшие шаги: ${list}. Сначала исправьте их`,
      en: `With ${d.act} on ${d.on} these later steps do not fit: ${list}. Put them right first`,
    };
  },
);

/** Said where the learner would be back from leave on its first day or before. */
export const backBeforeLeave = refusal(
  'back-before-leave',
  (d: { on: string; backOn: string }) => ({
    ru: `Возвращение ${d.backOn} не позже начала отпуска ${d.on}: укажите день после него`,
    en: `The return on ${d.backOn} is not after the leave begins (${d.on}): give a later day`,
  }),
);

/** Said where an act would leave valid results outside study. */
export const resultsOutside = refusal(
  'results-outside',
  (d: { on: string; results: readonly ResultOutside[] }) => {
    const list = d.results.map(({ event, on }) => `${on} (${event})`).join(', ');
    return {
      ru: `С ${d.on} вне учёбы окажутся результаты: ${list}. Исправьте дату или аннулируйте их`,
      en: `From ${d.on} on these results would lie outside study: ${list}; mend the day or annul`,
    };
  },
);

/** Said where study is to be started again. */
export const studyBegun = refusal('study-begun', (d: { enrollment: string; since: string }) => ({
  ru: `Учёба по ${d.enrollment} уже начата (${d.since})`,
  en: `Study in ${d.enrollment} has begun already (${d.since})`,
}));

/**
 * Said where an act does not fit the learner's status on its day, such as a transfer during leave.
 */
export const notPossibleNow = refusal(
  'not-possible-now',
  (d: { act: string; on: string; status: string; since: string | null }) => {
    const words = statusWords(d.status, d.since);
    return {
      ru: `На ${d.on} нельзя «${d.act}»: ${words.ru}. Ошибочный шаг исправьте: correct, annul`,
      en: `On ${d.on} ${d.act} is not possible: ${words.en}. Mend a wrong step: correct, annul`,
    };
  },
);

/** Said where a learner is to enter a group of another programme. */
export const otherProgramme = refusal(
  'other-programme',
  (d: { group: string; programme: string; groupProgramme: string }) => ({
    ru:
      `Группа ${d.group} учится по программе ${d.groupProgramme}, а зачисление на ` +
      `${d.programme}: отчислите (other-programme) и зачислите заново`,
    en:
      `Group ${d.group} follows ${d.groupProgramme}, and the enrollment is in ` +
      `${d.programme}: discharge (other-programme) and enroll anew`,
  }),
);

/** Said where a learner is to be transferred to the group that they are in. */
export const sameGroup = refusal('same-group', (d: { group: string; on: string }) => ({
  ru: `На ${d.on} слушатель уже в группе ${d.group}: укажите другую`,
  en: `On ${d.on} the learner is in group ${d.group} already: name another`,
}));

/** Said where a reason of discharge is for other types of programme. RK 1.7, 273-FZ art. 58. */
export const dischargeNotForProgramme = refusal(
  'discharge-not-for-programme',
  (d: { reason: string; programmeType: string; programmeTypes: readonly string[] }) => {
    const types = d.programmeTypes.join(', ');
    return {
      ru: `Причина «${d.reason}» не для программ вида ${d.programmeType} (для: ${types})`,
      en: `The reason ${d.reason} is not for programmes of the type ${d.programmeType}: ${types}`,
    };
  },
);

/** Said where a learner is to move to another form or study year without a decision on the year. */
export const promotionRequired = refusal(
  'promotion-required',
  (d: {
    enrollment: string;
    fromGroup: string;
    toGroup: string;
    fromStage: number;
    toStage: number;
    decided: string | null;
  }) => {
    const [from, to] = [`${d.fromGroup} (${d.fromStage})`, `${d.toGroup} (${d.toStage})`];
    return {
      ru:
        `${d.enrollment}: из ${from} в ${to} переводят решением по итогам года ` +
        `(есть: ${d.decided ?? 'никакого'}): сначала enrollments.decideYear`,
      en:
        `${d.enrollment}: from ${from} to ${to} a learner moves by a decision on the year ` +
        `(there is: ${d.decided ?? 'none'}): use enrollments.decideYear first`,
    };
  },
);

/** Said where a reason of discharge may not be given to a learner with special needs. RK 1.7. */
export const dischargeNotForLearner = refusal(
  'discharge-not-for-learner',
  (d: { reason: string; learner: string }) => ({
    ru: `По причине «${d.reason}» нельзя отчислить ${d.learner}: есть особые потребности`,
    en: `${d.learner} has special needs, and the reason ${d.reason} is not for them: give another`,
  }),
);

/** Said where a learner is too young for a reason of discharge. RK 1.7. */
export const dischargeNotForAge = refusal(
  'discharge-not-for-age',
  (d: { reason: string; learner: string; leastAge: number; from: string }) => ({
    ru: `Причина «${d.reason}» возможна с ${d.leastAge} лет, а ${d.learner} их достигнет ${d.from}`,
    en: `The reason ${d.reason} is for ages of ${d.leastAge} on; ${d.learner} is so on ${d.from}`,
  }),
);

/** Said where a reason of discharge depends on the age, and the birth date is not known. RK 1.7. */
export const dischargeAgeUnknown = refusal(
  'discharge-age-unknown',
  (d: { reason: string; learner: string; leastAge: number }) => ({
    ru: `Причина «${d.reason}» возможна с ${d.leastAge} лет: укажите дату рождения ${d.learner}`,
    en: `The reason ${d.reason} is for ages of ${d.leastAge} on: enter ${d.learner}'s birth date`,
  }),
);

/** Said where a reason of discharge asks whereto the learner moves. RK 1.7. */
export const whereToMissing = refusal('where-to-missing', (d: { reason: string }) => ({
  ru: `По причине «${d.reason}» назовите организацию, куда переводится обучающийся (whereTo)`,
  en: `The reason ${d.reason} asks for the organisation that the learner moves to (whereTo)`,
}));

/** Said where an organisation is named that the reason of discharge does not ask for. RK 1.7. */
export const whereToNotAsked = refusal(
  'where-to-not-asked',
  (d: { reason: string; whereTo: string }) => ({
    ru: `Причина «${d.reason}» не о переводе: уберите «${d.whereTo}» или смените причину`,
    en: `The reason ${d.reason} is no move: leave out "${d.whereTo}", or give another reason`,
  }),
);

/** Said where a correction names a field that a step of this kind does not have. */
export const stepHasNoField = refusal(
  'step-has-no-field',
  (d: { entry: string; fields: readonly string[]; has: readonly string[] }) => ({
    ru: `У шага ${d.entry} нет: ${d.fields.join(', ')}; у него есть: ${d.has.join(', ')}`,
    en: `A step ${d.entry} has no ${d.fields.join(', ')}; it has: ${d.has.join(', ')}`,
  }),
);

/** Said where a correction would leave the step as it is. */
export const stepUnchanged = refusal('step-unchanged', (d: { entry: string; on: string }) => ({
  ru: `Исправление ничего не меняет: ${d.entry} от ${d.on} уже такой, укажите верное значение`,
  en: `The correction changes nothing: ${d.entry} of ${d.on} says that already; give what is right`,
}));

/** Said where a decision on the year may be needed and a group does not say its form. */
export const groupStageMissing = refusal(
  'group-stage-missing',
  (d: { groups: readonly string[] }) => ({
    ru: `Для перевода укажите класс или курс (stage) у групп: ${d.groups.join(', ')}`,
    en: `A transfer needs the form or year (stage) of these groups: ${d.groups.join(', ')}`,
  }),
);
