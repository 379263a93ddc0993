import type { Reading } from '../../../kernel/reading.ts';
import type { CommissionState } from './state.ts';
import { commissionFold } from './state.ts';

/** Reads a commission's state; its `id` is null where there is no such commission. */
export async function readCommission(reading: Reading, id: string): Promise<CommissionState> {
  const { state } = await reading.load(commissionFold, id);
  return state;
}
