import { refusal } from '../../../kernel/refusal.ts';
import type { FailingSubject } from '../facts/failing-questions.ts';

const listed = (subjects: readonly FailingSubject[]): string =>
  subjects.map(({ module, kind, on, event }) => `${module ?? '*'}/${kind} ${on} (${event})`).join();

/** Said where the regulation has no such decision on a study year. */
export const yearDecisionUnknown = refusal(
  'year-decision-unknown',
  (d: { decision: string; known: readonly string[] }) => ({
    ru: `Решения «${d.decision}» по итогам года нет в положении; есть: ${d.known.join(', ')}`,
    en: `The regulation has no decision ${d.decision} on a year; it has: ${d.known.join(', ')}`,
  }),
);

/** Said where the study year of this learner has been decided on. */
export const yearDecidedAlready = refusal(
  'year-decided-already',
  (d: { studyYear: string; decision: string; on: string; event: string }) => ({
    ru: `По ${d.studyYear} году решено ${d.on}: ${d.decision} (${d.event}). Исправьте ту запись`,
    en: `The year ${d.studyYear} was decided on ${d.on}: ${d.decision} (${d.event}); correct that`,
  }),
);

/** Said where debts that a decision names may still be settled. 273-FZ art. 58 part 9. */
export const yearDebtsInTerm = refusal(
  'year-debts-in-term',
  (d: { studyYear: string; on: string; until: string }) => ({
    ru: `Долги за ${d.studyYear} год ликвидируют по ${d.until}: на ${d.on} решать снова рано`,
    en: `The debts of ${d.studyYear} may be settled until ${d.until}: ${d.on} is too early`,
  }),
);

/** Said where a learner who fails is to be promoted unconditionally. 273-FZ art. 58 part 8. */
export const yearSubjectsFailing = refusal(
  'year-subjects-failing',
  (d: { decision: string; failing: readonly FailingSubject[] }) => ({
    ru: `«${d.decision}» нельзя при неудовлетворительных: ${listed(d.failing)}. Переведите условно`,
    en: `${d.decision} is not for who fails in ${listed(d.failing)}: decide conditionally`,
  }),
);

/**
 * Said where a learner is to be promoted with a debt that cannot be settled any more: its term is
 * over or its attempts are used up. 273-FZ art. 58 part 9.
 */
export const yearDebtsExpired = refusal(
  'year-debts-expired',
  (d: { decision: string; expired: readonly FailingSubject[]; instead: readonly string[] }) => ({
    ru:
      `«${d.decision}» нельзя: срок или попытки исчерпаны: ${listed(d.expired)}. ` +
      `Решите иначе: ${d.instead.join(', ') || '—'}`,
    en:
      `${d.decision} is not possible: term or attempts are over in ${listed(d.expired)}; ` +
      `decide otherwise: ${d.instead.join(', ') || '—'}`,
  }),
);

/** Said where a decision that names debts leaves out a failing subject, or names none. */
export const yearDebtsUnnamed = refusal(
  'year-debts-unnamed',
  (d: { decision: string; failing: readonly FailingSubject[] }) => ({
    ru:
      d.failing.length === 0
        ? `Для «${d.decision}» нет неудовлетворительных результатов: решите «переведён»`
        : `В «${d.decision}» назовите в debts все задолженности: ${listed(d.failing)}`,
    en:
      d.failing.length === 0
        ? `${d.decision} needs a failing result and there is none: decide plain promotion`
        : `${d.decision} names every debt; give these event ids in debts too: ${listed(d.failing)}`,
  }),
);

/** Said where a decision names a result that is no failing one in force on its day. */
export const yearDebtNotFailing = refusal(
  'year-debt-not-failing',
  (d: { result: string; failing: readonly FailingSubject[] }) => ({
    ru: `${d.result} не из неудовлетворительных на этот день (${listed(d.failing) || '—'})`,
    en: `${d.result} is not among the failing results of the day (${listed(d.failing) || '—'})`,
  }),
);

/** Said where debts are named without the last day on which they may be settled. */
export const yearDebtTermMissing = refusal(
  'year-debt-term-missing',
  (d: { decision: string; on: string; debtsUntil: string | null }) => ({
    ru: `Для «${d.decision}» нужен срок debtsUntil после ${d.on}; дан ${d.debtsUntil ?? '—'}`,
    en: `${d.decision} needs debtsUntil, a day after ${d.on}; given is ${d.debtsUntil ?? '—'}`,
  }),
);

/** Said where the term for a debt is later than the regulation allows. 273-FZ art. 58 part 5. */
export const yearDebtTermLate = refusal(
  'year-debt-term-late',
  (d: { debt: string; debtsUntil: string; deadline: string }) => ({
    ru: `Долг ${d.debt} ликвидируют до ${d.deadline}: срок ${d.debtsUntil} слишком поздний`,
    en: `The debt ${d.debt} is settled until ${d.deadline}: the term ${d.debtsUntil} is too late`,
  }),
);

/** Said where the protocol of the council or the application that a decision needs is not named. */
export const yearPaperMissing = refusal(
  'year-paper-missing',
  (d: { decision: string; paper: 'protocol' | 'application' }) => ({
    ru:
      d.paper === 'protocol'
        ? `Для «${d.decision}» нужен протокол совета: назовите protocol (номер и дату)`
        : `Для «${d.decision}» нужно заявление родителей: назовите application (номер и дату)`,
    en:
      d.paper === 'protocol'
        ? `${d.decision} needs the council's protocol: name it in protocol, with number and date`
        : `${d.decision} needs the parents' application: name it in application, with its date`,
  }),
);

/** Said where a decision is on a study year in which the learner was in no group of that year. */
export const yearNotStudied = refusal(
  'year-not-studied',
  (d: { studyYear: string; on: string; group: string; groupYear: string | null }) => {
    const group = d.groupYear === null ? d.group : `${d.group} (${d.groupYear})`;
    return {
      ru: `В ${d.studyYear} учебном году по ${d.on} не учился; группа ${group}: назовите год учёбы`,
      en: `Not in study in the year ${d.studyYear} by ${d.on}; in ${group}: name a year of study`,
    };
  },
);

/** Said where the group of the next year does not fit the decision. */
export const yearGroupUnfit = refusal(
  'year-group-unfit',
  (d: {
    decision: string;
    from: string;
    fromStage: number | null;
    to: string;
    toStage: number | null;
  }) => ({
    ru:
      `«${d.decision}» не ведёт из ${d.from} (${d.fromStage ?? '—'}) ` +
      `в ${d.to} (${d.toStage ?? '—'}): назовите другую группу`,
    en:
      `${d.decision} does not lead from ${d.from} (${d.fromStage ?? '—'}) ` +
      `to ${d.to} (${d.toStage ?? '—'}): name another group`,
  }),
);

/** Said where a decision names a form or arrangement that the regulation does not have. */
export const studyFormUnknown = refusal(
  'study-form-unknown',
  (d: { aspect: string; form: string; known: readonly string[] }) => ({
    ru: `Формы «${d.form}» (${d.aspect}) нет в положении; есть: ${d.known.join(', ') || '—'}`,
    en: `The regulation has no ${d.aspect} ${d.form}; it has: ${d.known.join(', ') || '—'}`,
  }),
);

/** Said where a form is set that the regulation has for programmes of other types. */
export const studyFormNotForProgramme = refusal(
  'study-form-not-for-programme',
  (d: { form: string; programmeType: string; programmeTypes: readonly string[] }) => ({
    ru: `«${d.form}» не для программы «${d.programmeType}»: для ${d.programmeTypes.join(', ')}`,
    en: `${d.form} is not for a programme ${d.programmeType}: for ${d.programmeTypes.join(', ')}`,
  }),
);

/** Said where the paper that a form needs beside the order is not named. */
export const studyFormPaperMissing = refusal('study-form-paper-missing', (d: { form: string }) => ({
  ru: `Для «${d.form}» нужен документ (например, медицинское заключение): назовите paper`,
  en: `${d.form} needs a paper, such as a medical conclusion: name it in paper`,
}));

/** Said where a form is set that holds already on one of the days. */
export const studyFormHeld = refusal(
  'study-form-held',
  (d: { form: string; from: string; until: string | null; event: string }) => ({
    ru: `«${d.form}» уже действует с ${d.from} по ${d.until ?? '…'} (${d.event}): исправьте запись`,
    en: `${d.form} holds already from ${d.from} to ${d.until ?? '…'} (${d.event}): correct that`,
  }),
);

/** Said where a form is ended that does not hold on the day before. */
export const studyFormNotHeld = refusal(
  'study-form-not-held',
  (d: { aspect: string; form: string; on: string }) => ({
    ru: `«${d.form}» (${d.aspect}) до ${d.on} не действует: проверьте форму и день`,
    en: `${d.form} (${d.aspect}) does not hold before ${d.on}: check the form and the day`,
  }),
);
