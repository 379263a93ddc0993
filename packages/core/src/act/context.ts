import type { Desk } from '../desk.ts';
import { readGroup } from '../group/reading.ts';
import type { ReceivedCommand } from '../kernel/command.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { readEdition } from '../regulation/reading.ts';
import type { OrderContext, OrderGroup } from './order.ts';

/** Reads the edition of an order's day; refuses `group-unknown` of a group that it names. */
export async function readOrder(
  session: Desk,
  input: OrderGroup,
  { sender }: Pick<ReceivedCommand, 'sender'>,
): Promise<OrderContext | Refusal> {
  const edition = await readEdition(session, input.on);
  if (isRefusal(edition)) return edition;
  const named = [input.group, input.order === 'transfer' ? input.to : null];
  for (const group of named) {
    if (group === null) continue;
    const known = await readGroup(session, group);
    if (isRefusal(known)) return known;
  }
  return { edition, ground: sender.ground };
}
