import { entriesInForce } from '../../../entry/fold.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import type { OrderEntries, OrderEntry, OrderState } from './state.ts';
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

/**
 * The annulments and amendments that could not be beside the other entries: those of no order, and
 * those of a day before the order, and amendments of an order that had been annulled. RK 1.5.
 */
export function unfitOrderEntries(state: OrderState): readonly OrderEntry[] {
  return entriesInForce(state).filter((event) => {
    if (event.type === 'OrderRegistered') return false;
    const order = state.orders.get(event.data.number);
    if (order === undefined) return true;
    if (event.type === 'OrderAmended') {
      const { date } = event.data.by;
      return date < order.date || wasAnnulled(state, event.data.number, date);
    }
    const { from } = event.data;
    return event.occurredOn < order.date || (from !== null && from < order.date);
  });
}

/** Whether an annulment of that day or before had ended the order by that day. */
function wasAnnulled({ annulled }: OrderEntries, number: string, day: string): boolean {
  const end = annulled.get(number);
  return end !== undefined && end.on <= day && (end.from === null || end.from <= day);
}
