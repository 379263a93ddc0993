import type { Edition } from '../../../rules/regulation/facts/state.ts';
import type { Sitting } from '../facts/state.ts';
import type { ProtocolSeries } from './facts/questions.ts';

/** Context of `number-protocol`. */
export interface NumberingContext {
  readonly sitting: Sitting;
  readonly series: ProtocolSeries;
  readonly edition: Edition;
}
