import { on } from '../../acting/on.ts';
import type { Receipt } from '../../acting/receipt.ts';
import { receipt, streamId } from '../../acting/receipt.ts';
import { service } from '../../acting/service.ts';
import { orderGroup } from './commands.ts';
import { readOrder } from './context.ts';
import { decideOrderGroup } from './decide-order.ts';
import { actFold } from './facts/state.ts';

/** What a step of an act answers: `act` names it from now on. */
export interface ActReceipt extends Receipt {
  readonly act: string;
}

/** Declares operations on acts: orders here, acts of destruction and of erasure in `retention`. */
export const onAct = on({
  fold: actFold,
  key: ({ act }: { readonly act: string }) => [act],
  answer: (outcome): ActReceipt => ({ ...receipt(outcome), act: streamId(outcome) }),
});

/**
 * Orders about a whole group or a list. The process `actProcess` does what they owe. D4, R1 §7.2.
 *
 * @example
 * const { act } = must(await actService(session).order({ order: 'discharge', group: 'm-1',
 *   enrollments: ['l-1.mentor.1'], reason: 'own-wish', on: '2026-12-01' }));
 */
export const actService = service({
  /**
   * Records an order that enrolls, transfers, completes or discharges all who are listed. The
   * receipt's `act` names it; what a single record refuses stands there as not done.
   * Refuses `already-exists`, `act-target-twice`, `order-required`, `group-unknown`.
   * D4, 273-FZ art. 53, 61.
   */
  order: onAct.begin(orderGroup, { context: readOrder, decide: decideOrderGroup }),
});
