import { refusal } from '../../../kernel/refusal.ts';

/**
 * Said where a result of no attestation is recorded of a learner who passes attestation only: an
 * extern, or one in family education or self-education. 273-FZ art. 34 part 3.
 */
export const attestationOnly = refusal(
  'attestation-only',
  (d: { kind: string; form: string; on: string; kinds: readonly string[] }) => ({
    ru: `На ${d.on} (${d.form}) вида «${d.kind}» не ведут, только: ${d.kinds.join(', ')}`,
    en: `On ${d.on} (${d.form}) no ${d.kind} results are recorded, only: ${d.kinds.join(', ')}`,
  }),
);

/** Said where a decision or a result is of a study year that has not begun on its day. */
export const yearNotBegun = refusal('year-not-begun', (d: { studyYear: string; on: string }) => ({
  ru: `На ${d.on} учебный год ${d.studyYear} ещё не начат: назовите начатый`,
  en: `On ${d.on} the study year ${d.studyYear} has not begun: name one that has`,
}));
