import { refusal } from '../../../kernel/refusal.ts';

/** Said where the regulation has no such carrier. */
export const carrierUnknown = refusal(
  'carrier-unknown',
  (d: { carrier: string; carriers: readonly string[] }) => ({
    ru: `В положении нет носителя «${d.carrier}»; есть: ${d.carriers.join(', ') || '—'}`,
    en: `The regulation has no carrier ${d.carrier}; it has: ${d.carriers.join(', ') || '—'}`,
  }),
);
