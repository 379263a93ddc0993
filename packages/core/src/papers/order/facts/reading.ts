import type { Reading } from '../../../kernel/reading.ts';
import type { OrderState } from './state.ts';
import { orderFold } from './state.ts';

/** Reads the register of the orders of the year of a date. RK 1.5. */
export async function readOrders(reading: Reading, date: string): Promise<OrderState> {
  return (await reading.load(orderFold, date.slice(0, 4))).state;
}
