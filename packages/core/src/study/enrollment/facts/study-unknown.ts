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
