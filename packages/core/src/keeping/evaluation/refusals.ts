import { refusal } from '../../kernel/refusal.ts';

/** Said where the organisation reports by another annex, or by none. */
export const annexNotReported = refusal(
  'annex-not-reported',
  (d: { annex: string; reported: string | null }) => ({
    ru: `По положению показатели сдают по приложению ${d.reported ?? '—'}, не ${d.annex}`,
    en: `By the regulation the annex reported is ${d.reported ?? '—'}, not ${d.annex}: use that`,
  }),
);
