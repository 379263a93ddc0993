import { refusal } from '../../kernel/refusal.ts';

/** Said where the organisation reports by another annex, or by none. */
export const annexNotReported = refusal(
  'annex-not-reported',
  (d: { annex: string; reported: string | null; kind: string | null }) => ({
    ru:
      `${by(d.kind, 'По виду организации', 'По положению')} показатели сдают по приложению ` +
      `${d.reported ?? '—'}, не ${d.annex}`,
    en:
      `${by(d.kind, 'By the kind of organisation', 'By the regulation')} the annex reported is ` +
      `${d.reported ?? '—'}, not ${d.annex}: use that`,
  }),
);

const by = (kind: string | null, ofKind: string, otherwise: string): string =>
  kind === null ? otherwise : `${ofKind} (${kind})`;

/** Said where a report is asked for by an annex that the library does not have. */
export const annexNotInLibrary = refusal(
  'annex-not-in-library',
  (d: { annex: string; annexes: readonly string[] }) => ({
    ru: `Показателей приложения ${d.annex} в библиотеке нет; есть: ${d.annexes.join(', ')}`,
    en: `The library has no indicators of annex ${d.annex}; it has: ${d.annexes.join(', ')}`,
  }),
);
