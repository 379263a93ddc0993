import type { Decision } from '../../../kernel/fold.ts';
import type { NumberingContext } from './context.ts';
import { protocolNumbered } from './facts/events.ts';
import type { ProtocolRegisterState } from './facts/state.ts';
import { protocolNumberedAlready } from './refusals.ts';

/**
 * Decides `number-protocol`: the next number of the series. Refuses `protocol-numbered-already`.
 */
export function decideNumberProtocol(
  state: ProtocolRegisterState,
  { sitting, series, edition }: NumberingContext,
): Decision {
  const { commission, protocol, on } = sitting;
  const earlier = state.numbers.get(protocol);
  if (earlier !== undefined) {
    return protocolNumberedAlready({ protocol, number: earlier, year: series.year });
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
