import { on } from '../../acting/on.ts';
import type { Receipt } from '../../acting/receipt.ts';
import { receipt, streamId } from '../../acting/receipt.ts';
import { service } from '../../acting/service.ts';
import { orderGroup } from './commands.ts';
import { readOrder } from './context.ts';
import { decideOrderGroup } from './decide-order.ts';
import { actFold } from './facts/state.ts';

/** The receipt of an act's command. */
export interface ActReceipt extends Receipt {
  /** The act's id, for later commands. */
  readonly act: string;
}

/**
 * Declares operations on the stream of an act: orders here, acts of destruction and erasure in
 * `retention-service.ts`, the process's notes in `notes-service.ts`.
 */
export const onAct = on({
  fold: actFold,
  key: ({ act }: { readonly act: string }) => [act],
  answer: (outcome): ActReceipt => ({ ...receipt(outcome), act: streamId(outcome) }),
});

/**
 * Orders about a whole group or a list. The process `actProcess` sends the commands that they owe.
 * D4, R1 §7.2.
 *
 * @example
 * const { act } = must(await actService(session).order({ order: 'discharge', group: 'm-1',
 *   enrollments: ['l-1.mentor.1'], reason: 'own-wish', on: '2026-12-01' }));
 */
export const actService = service({
  /**
   * Records an order that enrolls, transfers, completes or discharges all who are listed, or
   * decides on their study year and moves them to the next group. The receipt's `act` is its id.
   * What a single record refuses is noted in the act as not done: who has a failing year mark is
   * decided on alone.
   * Refuses `already-exists`, `act-target-twice`, `order-required`, `group-unknown`. D4, RK 1.6,
   * 273-FZ art. 53, 58, 61.
   */
  order: onAct.begin(orderGroup, { context: readOrder, decide: decideOrderGroup }),
});
