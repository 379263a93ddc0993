import type { Refusal } from '../../../kernel/refusal.ts';
import type { OrderEntries } from './state.ts';
import { orderIsAnnulled, orderOtherDate, orderUnregistered } from './unknown.ts';

/** An order that an act of a day rests on. */
export interface OrderUsed {
  readonly number: string;
  readonly date: string;
  /** Day of the act. */
  readonly on: string;
}

/**
 * Refuses an order that the register of its year knows under another date (`order-other-date`), as
 * annulled (`order-annulled`), or not at all where it must (`order-unregistered`). RK 1.5.
 */
export function refuseUnlessOrderStands(
  { orders, annulled }: OrderEntries,
  { number, date, on }: OrderUsed,
  registeredOnly: boolean,
): Refusal | null {
  const order = orders.get(number);
  if (order === undefined) return registeredOnly ? orderUnregistered({ number, date }) : null;
  if (order.date !== date) return orderOtherDate({ number, given: date, registered: order.date });
  const end = annulled.get(number);
  if (end === undefined || (end.from !== null && on < end.from)) return null;
  return orderIsAnnulled({ number, from: end.from, on });
}
