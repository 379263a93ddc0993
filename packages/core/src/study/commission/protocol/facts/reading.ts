import type { Reading } from '../../../../kernel/reading.ts';
import type { Refusal } from '../../../../kernel/refusal.ts';
import { editionNumbered } from '../../../../rules/regulation/facts/questions.ts';
import type { Edition } from '../../../../rules/regulation/facts/state.ts';
import { regulationFold } from '../../../../rules/regulation/facts/state.ts';
import { regulationMissing } from '../../../../rules/regulation/facts/unknown.ts';
import { commissionOf } from '../../facts/questions.ts';
import { readCommission } from '../../facts/reading.ts';
import type { CommissionState, Sitting } from '../../facts/state.ts';
import { sittingOf } from '../../facts/state.ts';
import { protocolUnknown } from '../../facts/unknown.ts';
import { seriesKey, seriesOf } from './questions.ts';
import { protocolRegisterFold } from './state.ts';

/** A protocol with its commission, its edition and its number. */
export interface ProtocolSeen {
  readonly commission: CommissionState;
  readonly sitting: Sitting;
  /**
   * The edition that the sitting was decided on, even where a later one was adopted for its day.
   */
  readonly edition: Edition;
  /** Its number in the series of its year; null: not numbered yet. */
  readonly number: number | null;
}

/** Reads a protocol: its commission's stream and its number. Refuses `protocol-unknown`. D8. */
export async function readProtocol(
  reading: Reading,
  protocol: string,
): Promise<ProtocolSeen | Refusal> {
  const commission = await readCommission(reading, commissionOf(protocol));
  const sitting = sittingOf(commission, protocol);
  if (sitting === undefined) return protocolUnknown({ protocol });
  const { state: regulation } = await reading.load(regulationFold, 'main');
  const edition = editionNumbered(regulation, sitting.edition);
  if (edition === null) return regulationMissing({ on: sitting.on });
  const key = seriesKey(seriesOf(edition.commissions, commission, sitting));
  const { state } = await reading.load(protocolRegisterFold, ...key);
  return { commission, sitting, edition, number: state.numbers.get(protocol) ?? null };
}
