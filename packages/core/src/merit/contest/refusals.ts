import { refusal } from '../../kernel/refusal.ts';

/** Said where the regulation lists no such kind or level of event. R3 §3.1. */
export const contestWordUnknown = refusal(
  'contest-word-unknown',
  (d: { field: string; value: string; known: readonly string[] }) => ({
    ru: `${d.field} «${d.value}» не из положения; выберите: ${d.known.join(', ')}`,
    en: `The regulation has no ${d.field} ${d.value}; choose of: ${d.known.join(', ')}`,
  }),
);
