import type { Reading } from '../kernel/reading.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { editionNumbered } from '../regulation/questions.ts';
import { regulationDecider, regulationMissing } from '../regulation/regulation.ts';
import type { Edition } from '../regulation/rules.ts';
import { commissionOf } from './protocol-id.ts';
import { protocolRegisterDecider, seriesKey, seriesOf } from './protocol-register.ts';
import type { CommissionState, Sitting } from './state.ts';
import { commissionDecider } from './state.ts';
import { protocolUnknown } from './unknown.ts';

/** A protocol as other decisions see it. */
export interface ProtocolSeen {
  readonly commission: CommissionState;
  readonly sitting: Sitting;
  /** The one that the sitting was held by, whatever was entered for its day since. */
  readonly edition: Edition;
  /** Its number in the register of its year; null: none yet. */
  readonly number: number | null;
}

/** A commission's state. */
export async function readCommission(reading: Reading, id: string): Promise<CommissionState> {
  const { state } = await reading.load(commissionDecider, id);
  return state;
}

/** Reads a protocol: its commission's stream and its number. Refuses `protocol-unknown`. D8. */
export async function readProtocol(
  reading: Reading,
  protocol: string,
): Promise<ProtocolSeen | Refusal> {
  const commission = await readCommission(reading, commissionOf(protocol));
  const sitting = commission.sittings.get(protocol);
  if (sitting === undefined) return protocolUnknown({ protocol });
  const { state: regulation } = await reading.load(regulationDecider, 'main');
  const edition = editionNumbered(regulation, sitting.edition);
  if (edition === null) return regulationMissing({ on: sitting.on });
  const key = seriesKey(seriesOf(edition.commissions, commission, sitting));
  const { state } = await reading.load(protocolRegisterDecider, ...key);
  return { commission, sitting, edition, number: state.numbers.get(protocol) ?? null };
}
