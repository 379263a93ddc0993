import { refusal } from '../../../kernel/refusal.ts';

/** Said where there is no such application for credit. */
export const creditUnknown = refusal('credit-unknown', (d: { credit: string }) => ({
  ru: `Заявления о зачёте ${d.credit} нет: сначала внесите его`,
  en: `There is no application for credit ${d.credit}: record it first`,
}));

/** Said where a credit needs a decided application and names none. */
export const creditDecisionMissing = refusal(
  'credit-decision-missing',
  (d: { enrollment: string; source: string }) => ({
    ru: `Зачёт в ${d.enrollment} (${d.source}) требует решения по заявлению: назовите decision`,
    en: `A credit in ${d.enrollment} (${d.source}) needs a decided application: name decision`,
  }),
);

/** Said where the named decision does not grant this credit. */
export const creditNotGranted = refusal(
  'credit-not-granted',
  (d: { credit: string; subject: string }) => ({
    ru: `Решение ${d.credit} не даёт такого зачёта (${d.subject}): повторите его слова`,
    en: `The decision ${d.credit} grants no such credit (${d.subject}): say what it says`,
  }),
);
