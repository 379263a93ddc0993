import type { EntryFold, WithEntries } from '../../../entry/fold.ts';
import { foldEntries } from '../../../entry/fold.ts';
import type { EventOf } from '../../../kernel/event-type.ts';
import type { Fold } from '../../../kernel/fold.ts';
import type { orderEvents } from './events.ts';

/* Stream: `<org>.orders-<year>`. The register of the orders of one year. RK 1.5. */

/** Any event in the stream of a register of orders. */
export type OrderEvent = EventOf<(typeof orderEvents)[number]>;

/** An event of the register that is an entry, and may be put right. */
export type OrderEntry = Exclude<OrderEvent, { type: 'OrderEntryAnnulled' }>;

type Registered = Extract<OrderEvent, { type: 'OrderRegistered' }>;

/** An order as it stands in the register. */
export interface RegisteredOrder {
  readonly date: string;
  readonly title: string;
  readonly signer: Registered['data']['signer'];
  readonly kind: string | null;
  /** Event id of its entry. */
  readonly entry: string;
}

/** The annulment of an order. */
export interface OrderEnd {
  /** Day of the annulment. */
  readonly on: string;
  /** First day without force; null: the order never had any. */
  readonly from: string | null;
  /** Event id of its entry. */
  readonly entry: string;
}

/** What the entries of a register of orders amount to; everything is by the order's number. */
export interface OrderEntries {
  readonly orders: Map<string, RegisteredOrder>;
  readonly annulled: Map<string, OrderEnd>;
}

/** The register of the orders of one year. */
export type OrderState = OrderEntries & WithEntries<OrderEntry>;

/** How the entries that count make the register. */
export const ownOrderFold: EntryFold<OrderEntries, OrderEntry> = {
  kind: 'orders',
  initial: () => ({ orders: new Map(), annulled: new Map() }),
  evolve: (state, event) => {
    const { number } = event.data;
    switch (event.type) {
      case 'OrderRegistered': {
        const { title, signer, kind } = event.data;
        const order = { date: event.occurredOn, title, signer, kind, entry: event.id };
        state.orders.set(number, order);
        return;
      }
      case 'OrderAnnulled':
        state.annulled.set(number, {
          on: event.occurredOn,
          from: event.data.from,
          entry: event.id,
        });
        return;
      case 'OrderAmended':
        // The order bears what it bore.
        return;
    }
  },
};

/** Folds the events of a register of orders into its state. */
export const orderFold: Fold<OrderState, OrderEvent> = foldEntries(ownOrderFold, {
  type: 'OrderEntryAnnulled',
});
