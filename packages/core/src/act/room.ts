import type * as z from 'zod';
import type { Desk, Receipt, Sent } from '../desk.ts';
import { receipt } from '../desk.ts';
import { readGroup } from '../group/reading.ts';
import { streamKey } from '../kernel/event.ts';
import type { Outcome } from '../kernel/handle.ts';
import type { Refusal, Result } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { readEdition } from '../regulation/reading.ts';
import { actDecider } from './act.ts';
import type { OrderContext, OrderGroup } from './order.ts';
import { decideOrderGroup, orderGroup } from './order.ts';

/** What a step of an act answers: `act` names it from now on. */
export interface ActReceipt extends Receipt {
  readonly act: string;
}

/** The receipt of an act. */
export function actReceipt(outcome: Outcome): ActReceipt {
  return { ...receipt(outcome), act: streamKey(outcome.stream)[0] ?? '' };
}

/** Orders about a whole group or a list. The process `actProcess` does what they owe. D4. */
export interface ActRoom {
  order(raw: Sent<z.input<typeof orderGroup.schema>>): Promise<Result<ActReceipt>>;
}

/**
 * The acts over many streams of an organisation, for one sender.
 * @example
 * const { act } = must(await actRoom(desk).order({ order: 'discharge', group: 'm-1',
 *   enrollments: ['l-1.mentor.1'], reason: 'own-wish', on: '2026-12-01' }));
 */
export function actRoom(desk: Desk): ActRoom {
  return {
    order: (raw) =>
      desk.run(orderGroup, raw, {
        decider: actDecider,
        stream: (input, command) => desk.stream('act', input.id ?? command.id),
        context: (input, command) => readOrder(desk, input, command.sender.ground),
        decide: (state, input, context, command) =>
          decideOrderGroup(state, { ...input, act: input.id ?? command.id }, context),
        answer: actReceipt,
      }),
  };
}

async function readOrder(
  desk: Desk,
  input: OrderGroup,
  ground: OrderContext['ground'],
): Promise<OrderContext | Refusal> {
  const edition = await readEdition(desk, input.on);
  if (isRefusal(edition)) return edition;
  const named = [input.group, input.order === 'transfer' ? input.to : null];
  for (const group of named) {
    if (group === null) continue;
    const known = await readGroup(desk, group);
    if (isRefusal(known)) return known;
  }
  return { edition, ground };
}
