import type { Reading } from '../../../kernel/reading.ts';
import type { CommissionState } from './state.ts';
import { commissionFold } from './state.ts';

/** A commission's state. */
export async function readCommission(reading: Reading, id: string): Promise<CommissionState> {
  const { state } = await reading.load(commissionFold, id);
  return state;
}
