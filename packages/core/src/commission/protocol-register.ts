import type { Decider, Decision } from '../kernel/decider.ts';
import type { EventOf } from '../kernel/event-type.ts';
import type { Edition } from '../regulation/rules.ts';
import type { CommissionRules } from '../regulation/sections/commissions.ts';
import type { protocolRegisterEvents } from './events.ts';
import { protocolNumbered } from './events.ts';
import { protocolNumberedAlready } from './refusals.ts';
import type { CommissionState, Sitting } from './state.ts';

/*
 * Stream: `<org>.register-protocol.<per>.<series>.<year>`. The numbers of one year's series: two
 * who number at once append to one stream, so a number is given once and none is left out. D8.
 */

/** Any event of a series' stream. */
export type ProtocolRegisterEvent = EventOf<(typeof protocolRegisterEvents)[number]>;

/** The numbers that a series has given. */
export interface ProtocolRegisterState {
  /** The last number given. */
  last: number;
  /** Protocol → its number. */
  readonly numbers: Map<string, number>;
}

/** Folds a series' stream. */
export const protocolRegisterDecider: Decider<ProtocolRegisterState, ProtocolRegisterEvent> = {
  kind: 'register',
  initial: () => ({ last: 0, numbers: new Map() }),
  evolve: (state, { data }) => {
    state.last = data.number;
    state.numbers.set(data.protocol, data.number);
  },
};

/** A series of protocol numbers: what it runs through, and its year. */
export interface ProtocolSeries {
  readonly per: CommissionRules['numberedPer'];
  readonly series: string;
  readonly year: number;
}

/** The series that a sitting's protocol is numbered in, by the edition of its day. */
export function seriesOf(
  { numberedPer: per }: CommissionRules,
  { id, kind }: Pick<CommissionState, 'id' | 'kind'>,
  { on }: Pick<Sitting, 'on'>,
): ProtocolSeries {
  const series = { organisation: 'all', kind, commission: id ?? '' }[per];
  return { per, series, year: Number(on.slice(0, 4)) };
}

/**
 * The key of a series' stream.
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

/** What numbering needs from elsewhere. */
export interface NumberingContext {
  readonly commission: string;
  readonly sitting: Sitting;
  readonly series: ProtocolSeries;
  readonly edition: Edition;
}

/** Decides `number-protocol`: the next number of the series, once. */
export function decideNumberProtocol(
  state: ProtocolRegisterState,
  { commission, sitting, series, edition }: NumberingContext,
): Decision {
  const { protocol, on } = sitting;
  const standing = state.numbers.get(protocol);
  if (standing !== undefined) {
    return protocolNumberedAlready({ protocol, number: standing, year: series.year });
  }
  const number = state.last + 1;
  return [
    protocolNumbered.draft({
      occurredOn: on,
      refs: { commission: [commission] },
      data: { protocol, commission, ...series, number, edition: edition.edition },
    }),
  ];
}
