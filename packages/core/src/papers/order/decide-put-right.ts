import type { ActContext } from '../../acting/context.ts';
import type { PutRight } from '../../acting/putting-right.ts';
import { annulmentData, annulmentPlace, findPutRight } from '../../acting/putting-right.ts';
import { signAs } from '../../acting/signer.ts';
import type { Fit } from '../../entry/fitting.ts';
import { restingFacts } from '../../entry/fitting.ts';
import { entriesInForce, stateWith, stateWithout } from '../../entry/fold.ts';
import { entryContradicted, entryOfAnotherKind, entryRestedOn } from '../../entry/refusals.ts';
import type { ReceivedCommand } from '../../kernel/command.ts';
import type { Decision } from '../../kernel/fold.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { eventId } from '../../kernel/uuid.ts';
import type { OfficialState } from '../../rules/official/facts/state.ts';
import type { Signer } from '../../values/shape.ts';
import type { AnnulOrderEntry, CorrectOrder } from './commands.ts';
import { anyOffice, refuseIfTaken, registered } from './decide.ts';
import { orderEntryAnnulled } from './facts/events.ts';
import { unfitOrderEntries } from './facts/questions.ts';
import type { OrderEntries, OrderEntry, OrderState } from './facts/state.ts';
import { ownOrderFold } from './facts/state.ts';
import { orderOfOtherYear } from './refusals.ts';

type By = Pick<ReceivedCommand, 'id' | 'sender'>;

/** How the entries of a register of orders fit one another. */
export const orderFit: Fit<OrderEntries, OrderEntry> = {
  own: ownOrderFold,
  unfit: unfitOrderEntries,
};

/** What a correction of an entry reads: its own day and signer, and who signed the order. */
export interface OrderCorrectionContext extends ActContext {
  /** The appointments of the order's signer; null: the entry is none of an order. */
  readonly signedBy: OfficialState | null;
}

/**
 * Decides `correct-order-entry`: the entry is annulled, and another stands in its place. Refuses
 * `order-of-other-year`, `order-number-taken`, `entry-rested-on` where the number would change
 * under an annulment or amendment, `entry-contradicted` where the order would be later than these,
 * `entry-of-another-kind` for an annulment or amendment, `not-appointed` where the order's signer
 * held no office on its day, and as `findPutRight` does. RK 1.5, 1.8.
 */
export function decideCorrectOrder(
  state: OrderState,
  input: CorrectOrder,
  context: OrderCorrectionContext,
  command: By,
): Decision {
  const found = findEntry(state, input, context, command, 'correct-order-entry');
  if (isRefusal(found)) return found;
  const { event } = found.entry;
  if (event.type !== 'OrderRegistered') {
    const needed = 'OrderRegistered';
    return entryOfAnotherKind({ entry: event.id, type: event.type, needed });
  }
  const { data } = event;
  const number = input.number ?? data.number;
  const date = input.date ?? event.occurredOn;
  if (date.slice(0, 4) !== input.year) return orderOfOtherYear({ date, year: input.year });
  const no =
    (number === data.number ? null : refuseIfRestedOn(state, event)) ??
    refuseIfTaken(stateWithout(ownOrderFold, state, event.id), number);
  if (no !== null) return no;
  const signer = signerOf(input, date, data.signer, context);
  if (isRefusal(signer)) return signer;
  const order = { number, date, title: input.title ?? data.title, kind: data.kind, signer };
  const instead = registered(order, context.edition);
  const after = stateWith(ownOrderFold, state, [instead], event.id);
  const facts = restingFacts(orderFit, state, after);
  if (facts.length > 0) return entryContradicted({ on: date, facts });
  return [annulled(found, input, context, eventId(command.id, 1)), instead];
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
  const rested = event.type === 'OrderRegistered' ? refuseIfRestedOn(state, event) : null;
  return rested ?? [annulled(found, input, context, null)];
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

/** The order's signer, who must hold the office on the order's day where either is corrected. */
function signerOf(
  { signedBy, date }: CorrectOrder,
  on: string,
  before: Signer,
  { edition, signedBy: official }: OrderCorrectionContext,
): Signer | Refusal {
  if (official === null || (signedBy === undefined && date === undefined)) return before;
  const { person, office } = signedBy ?? before;
  const position = signedBy === undefined ? (before.position ?? undefined) : undefined;
  return signAs(official, { person, office, on, position }, anyOffice(edition), 'any');
}

/** Refuses `entry-rested-on` where an annulment or an amendment names the order of the entry. */
function refuseIfRestedOn(
  state: OrderState,
  { id: entry, data: { number } }: OrderEntry,
): Refusal | null {
  const facts = entriesInForce(state)
    .filter(({ type, data }) => type !== 'OrderRegistered' && data.number === number)
    .map(({ type, id, occurredOn: on }) => ({ type, id, on }));
  return facts.length === 0 ? null : entryRestedOn({ entry, facts });
}
