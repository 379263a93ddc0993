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

/** Said where an act is dated before the latest fact of the enrollment's life. */
export const outOfOrder = refusal(
  'out-of-order',
  (d: { on: string; standing: string; fact: string }) => ({
    ru: `Дата ${d.on} раньше последней записи этого ряда (${d.standing}, ${d.fact})`,
    en: `${d.on} is before the last fact of this line (${d.standing}, ${d.fact}): give a later day`,
  }),
);

/** Said where an act would leave valid results outside study or in another group. */
export const resultsOutside = refusal(
  'results-outside',
  (d: { on: string; results: readonly ResultOutside[] }) => {
    const list = d.results.map(({ event, on }) => `${on} (${event})`).join(', ');
    return {
      ru: `С ${d.on} вне учёбы или в другой группе окажутся результаты: ${list}`,
      en: `From ${d.on} on these results would lie outside study or in another group: ${list}`,
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
      ru: `На ${d.on} нельзя «${d.act}»: ${words.ru}`,
      en: `On ${d.on} the act ${d.act} is not possible: ${words.en}`,
    };
  },
);

/** Said where a learner is to enter a group of another programme. */
export const otherProgramme = refusal(
  'other-programme',
  (d: { group: string; programme: string; groupProgramme: string }) => ({
    ru: `Группа ${d.group} учится по программе ${d.groupProgramme}, а зачисление на ${d.programme}`,
    en: `Group ${d.group} follows ${d.groupProgramme}, and the enrollment is in ${d.programme}`,
  }),
);

/** Said where a learner is to be transferred to the group that they are in. */
export const sameGroup = refusal('same-group', (d: { group: string; on: string }) => ({
  ru: `На ${d.on} слушатель уже в группе ${d.group}: укажите другую`,
  en: `On ${d.on} the learner is in group ${d.group} already: name another`,
}));
