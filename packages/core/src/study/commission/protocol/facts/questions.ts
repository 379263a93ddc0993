import type { CommissionRules } from '../../../../rules/regulation/sections/commissions.ts';
import type { CommissionState, Sitting } from '../../facts/state.ts';

/** A series of protocol numbers: of the organisation, a kind or a commission, in one year. */
export interface ProtocolSeries {
  readonly per: CommissionRules['numberedPer'];
  readonly series: string;
  readonly year: number;
}

/** The series in which a sitting's protocol is numbered, by the edition of its day. */
export function seriesOf(
  { numberedPer: per }: CommissionRules,
  { kind }: Pick<CommissionState, 'kind'>,
  { commission, on }: Pick<Sitting, 'commission' | 'on'>,
): ProtocolSeries {
  const series = { organisation: 'all', kind, commission }[per];
  return { per, series, year: Number(on.slice(0, 4)) };
}

/**
 * The key of the stream of a series.
 *
 * @example
 * seriesKey({ per: 'organisation', series: 'all', year: 2026 }).join('.');
 * // => 'protocol.organisation.all.2026'
 */
export const seriesKey = ({ per, series, year }: ProtocolSeries): readonly string[] => [
  'protocol',
  per,
  series,
  String(year),
];
