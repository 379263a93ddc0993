import { refusal } from '../../../kernel/refusal.ts';

/* Refusals shared by works, practices and reports. D10. */

const FIELDS = {
  work: { ru: 'вида работы', en: 'kind of work' },
  recommendation: { ru: 'рекомендации', en: 'recommendation' },
  practice: { ru: 'вида практики', en: 'kind of practice' },
  report: { ru: 'вида отчёта', en: 'kind of report' },
} as const;

/**
 * Said where the regulation has no such kind of work, practice or report, or no such
 * recommendation.
 */
export const workCodeUnknown = refusal(
  'work-code-unknown',
  (d: { field: keyof typeof FIELDS; code: string; known: readonly string[] }) => ({
    ru: `В положении нет ${FIELDS[d.field].ru} «${d.code}»; есть: ${d.known.join(', ') || '—'}`,
    en: `The regulation has no ${FIELDS[d.field].en} ${d.code}: ${d.known.join(', ') || '—'}`,
  }),
);

/**
 * Said where a result is not one that the work or practice can have: a credit, another module or
 * form, or without the required protocol.
 */
export const notItsResult = refusal(
  'not-its-result',
  (d: { id: string; result: string; why: string }) => ({
    ru: `${d.result} не результат ${d.id} (${d.why}): назовите его собственный`,
    en: `${d.result} is no result of ${d.id} (${d.why}): name its own`,
  }),
);
