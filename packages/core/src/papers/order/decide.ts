import type { ActDay } from '../../acting/act-day.ts';
import type { ActContext } from '../../acting/context.ts';
import { signAs } from '../../acting/signer.ts';
import type { Decision } from '../../kernel/fold.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Edition } from '../../rules/regulation/facts/state.ts';
import { refuseIfBefore } from '../../values/day-order.ts';
import type { AmendOrder, AnnulOrder, RegisterOrder } from './commands.ts';
import { orderAmended, orderAnnulled, orderRegistered } from './facts/events.ts';
import type { OrderEntries, OrderState, RegisteredOrder } from './facts/state.ts';
import { orderAnnulledBefore, orderNumberTaken, orderUnknown } from './refusals.ts';

/** Orders are signed in any office of the organisation that the signer holds on that day. */
export const anyOffice = ({ general }: Edition): readonly string[] =>
  general.offices.map(({ id }) => id);

const refsOf = (year: string, person?: string) => ({
  register: [`orders.${year}`],
  ...(person === undefined ? {} : { official: [person] }),
});

/** Decides `register-order`. Refuses `order-number-taken`, and as `signAs` does. RK 1.5. */
export function decideRegisterOrder(
  state: OrderState,
  { number, date, title, kind, signer: person, office }: RegisterOrder,
  { edition, official }: ActContext,
): Decision {
  const taken = refuseIfTaken(state, number);
  if (taken !== null) return taken;
  const signer = signAs(official, { person, office, on: date }, anyOffice(edition), 'any');
  if (isRefusal(signer)) return signer;
  return [registered({ number, date, title, kind, signer }, edition)];
}

/**
 * Decides `annul-order`. Refuses `order-unknown`, `order-annulled-already`, `act-out-of-order`
 * before the order's own day, and as `signAs` does. RK 1.5.
 */
export function decideAnnulOrder(
  state: OrderState,
  { year, number, from, signer: person, office, on }: AnnulOrder,
  { edition, official }: ActContext,
): Decision {
  const order = state.orders.get(number);
  if (order === undefined) return orderUnknown({ number, year });
  const before = state.annulled.get(number);
  if (before !== undefined) return orderAnnulledBefore({ number, from: before.from });
  const early = refuseIfBefore(on, order.date) ?? refuseIfBefore(from ?? on, order.date);
  if (early !== null) return early;
  const signer = signAs(official, { person, office, on }, anyOffice(edition), 'any');
  if (isRefusal(signer)) return signer;
  const data = { year, number, from, signer, edition: edition.edition };
  return [orderAnnulled.draft({ occurredOn: on, refs: refsOf(year, person), data })];
}

/**
 * Decides `amend-order`. Refuses `order-unknown`, `act-out-of-order` and `order-annulled-already`
 * where the order was annulled by the day of the order that amends it. RK 1.5.
 */
export function decideAmendOrder(
  state: OrderState,
  { year, number, by, on }: AmendOrder,
  { edition }: ActDay,
): Decision {
  const order = state.orders.get(number);
  if (order === undefined) return orderUnknown({ number, year });
  const early = refuseIfBefore(on, by.date) ?? refuseIfBefore(by.date, order.date);
  if (early !== null) return early;
  const ended = state.annulled.get(number);
  if (ended !== undefined && (ended.from === null || ended.from <= by.date)) {
    return orderAnnulledBefore({ number, from: ended.from });
  }
  const data = { year, number, by, edition: edition.edition };
  return [orderAmended.draft({ occurredOn: on, refs: refsOf(year), data })];
}

/** The draft of an entry of an order. */
export function registered(
  order: Omit<RegisteredOrder, 'entry'> & { readonly number: string },
  { edition }: Edition,
) {
  const { number, date, title, kind, signer } = order;
  const year = date.slice(0, 4);
  const data = { year, number, title, signer, kind, edition };
  return orderRegistered.draft({ occurredOn: date, refs: refsOf(year, signer.person), data });
}

/** Refuses `order-number-taken` where an order of the year has the number. */
export function refuseIfTaken({ orders }: OrderEntries, number: string): Refusal | null {
  const order = orders.get(number);
  if (order === undefined) return null;
  return orderNumberTaken({ number, date: order.date, title: order.title });
}
