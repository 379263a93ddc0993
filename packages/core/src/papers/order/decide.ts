import type { ActDay } from '../../acting/act-day.ts';
import type { ActContext } from '../../acting/context.ts';
import type { PutRight } from '../../acting/putting-right.ts';
import { annulmentData, annulmentPlace, findPutRight } from '../../acting/putting-right.ts';
import { signAs } from '../../acting/signer.ts';
import { entriesInForce, stateWithout } from '../../entry/fold.ts';
import { entryOfAnotherKind, entryRestedOn } from '../../entry/refusals.ts';
import type { ReceivedCommand } from '../../kernel/command.ts';
import type { Decision } from '../../kernel/fold.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { eventId } from '../../kernel/uuid.ts';
import type { OfficialState } from '../../rules/official/facts/state.ts';
import type { Edition } from '../../rules/regulation/facts/state.ts';
import { refuseIfBefore } from '../../values/day-order.ts';
import type { Signer } from '../../values/shape.ts';
import type {
  AmendOrder,
  AnnulOrder,
  AnnulOrderEntry,
  CorrectOrder,
  RegisterOrder,
} from './commands.ts';
import {
  orderAmended,
  orderAnnulled,
  orderEntryAnnulled,
  orderRegistered,
} from './facts/events.ts';
import type { OrderEntries, OrderEntry, OrderState, RegisteredOrder } from './facts/state.ts';
import { ownOrderFold } from './facts/state.ts';
import {
  orderAnnulledBefore,
  orderNumberTaken,
  orderOfOtherYear,
  orderUnknown,
} from './refusals.ts';

type By = Pick<ReceivedCommand, 'id' | 'sender'>;

/** Orders are signed in any office of the organisation that the signer holds on that day. */
const anyOffice = ({ general }: Edition): readonly string[] => general.offices.map(({ id }) => id);

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

/** What a correction of an entry reads: its own day and signer, and who signed the order. */
export interface CorrectionContext extends ActContext {
  /** The true signer of the order, with their appointments; null: the signer stays. */
  readonly signedBy: {
    readonly person: string;
    readonly office: string | null;
    readonly official: OfficialState;
  } | null;
}

/**
 * Decides `correct-order-entry`: the entry is annulled, and another stands in its place. Refuses
 * `entry-of-another-kind`, `order-of-other-year`, `order-number-taken`, `entry-rested-on` where an
 * annulment or amendment names the number that would change or a day before the true date, and as
 * `findPutRight` and `signAs` do. RK 1.8.
 */
export function decideCorrectOrder(
  state: OrderState,
  input: CorrectOrder,
  context: CorrectionContext,
  command: By,
): Decision {
  const found = findEntry(state, input, context, command, 'correct-order-entry');
  if (isRefusal(found)) return found;
  const { event } = found.entry;
  if (event.type !== 'OrderRegistered') {
    const { id: entry, type } = event;
    return entryOfAnotherKind({ entry, type, needed: 'OrderRegistered' });
  }
  const { data } = event;
  const number = input.number ?? data.number;
  const date = input.date ?? event.occurredOn;
  if (date.slice(0, 4) !== input.year) return orderOfOtherYear({ date, year: input.year });
  const resting = restingOn(state, data.number).filter(
    (fact) => number !== data.number || isBefore(fact, date),
  );
  const no =
    refuseIfRestedOn(event.id, resting) ??
    refuseIfTaken(stateWithout(ownOrderFold, state, event.id), number);
  if (no !== null) return no;
  const signer = signerOf(context, date, data.signer);
  if (isRefusal(signer)) return signer;
  const order = { number, date, title: input.title ?? data.title, kind: data.kind, signer };
  return [
    annulled(found, input, context, eventId(command.id, 1)),
    registered(order, context.edition),
  ];
}

/**
 * Decides `annul-order-entry`. Refuses `entry-rested-on` for an order that others annul or amend,
 * and as `findPutRight` does. RK 1.8.
 */
export function decideAnnulOrderEntry(
  state: OrderState,
  input: AnnulOrderEntry,
  context: ActContext,
  command: By,
): Decision {
  const found = findEntry(state, input, context, command, 'annul-order-entry');
  if (isRefusal(found)) return found;
  const { event } = found.entry;
  const resting = event.type === 'OrderRegistered' ? restingOn(state, event.data.number) : [];
  const no = refuseIfRestedOn(event.id, resting);
  return no ?? [annulled(found, input, context, null)];
}

function findEntry(
  state: OrderState,
  input: AnnulOrderEntry,
  context: ActContext,
  { sender: { ground } }: By,
  act: string,
): PutRight<OrderEntry> | Refusal {
  const asked = { act, of: `orders-${input.year}`, orderRequired: false, ground };
  return findPutRight(state, input, context, asked);
}

function registered(order: RegisteredOrder & { readonly number: string }, { edition }: Edition) {
  const { number, date, title, kind, signer } = order;
  const year = date.slice(0, 4);
  const data = { year, number, title, signer, kind, edition };
  return orderRegistered.draft({ occurredOn: date, refs: refsOf(year, signer.person), data });
}

function annulled(
  found: PutRight<OrderEntry>,
  { reason }: AnnulOrderEntry,
  context: ActContext,
  replacedBy: string | null,
) {
  const { year, number } = found.entry.event.data;
  const data = {
    year,
    number,
    ...annulmentData(found, context, replacedBy),
    reason: reason ?? null,
  };
  return orderEntryAnnulled.draft({ ...annulmentPlace(found), data });
}

function signerOf(
  { edition, signedBy }: CorrectionContext,
  on: string,
  before: Signer,
): Signer | Refusal {
  if (signedBy === null) return before;
  const { person, office, official } = signedBy;
  return signAs(official, { person, office, on }, anyOffice(edition), 'any');
}

function refuseIfTaken({ orders }: OrderEntries, number: string): Refusal | null {
  const order = orders.get(number);
  if (order === undefined) return null;
  return orderNumberTaken({ number, date: order.date, title: order.title });
}

type Resting = Exclude<OrderEntry, { type: 'OrderRegistered' }>;

/** The annulments and amendments of an order, in the order of their days. */
function restingOn(state: OrderState, number: string): readonly Resting[] {
  return entriesInForce(state).filter(
    (event): event is Resting => event.type !== 'OrderRegistered' && event.data.number === number,
  );
}

/** Whether an annulment or amendment names a day before a day. */
function isBefore(event: Resting, day: string): boolean {
  if (event.type === 'OrderAmended') return event.data.by.date < day;
  const { occurredOn: on, data } = event;
  return on < day || (data.from ?? on) < day;
}

/** Refuses `entry-rested-on` where annulments or amendments rest on an entry. */
function refuseIfRestedOn(entry: string, resting: readonly Resting[]): Refusal | null {
  if (resting.length === 0) return null;
  const facts = resting.map(({ type, id, occurredOn: on }) => ({ type, id, on }));
  return entryRestedOn({ entry, facts });
}
