import type { Refusal } from '../../../kernel/refusal.ts';
import { actOutOfOrder } from '../../../values/day-order.ts';
import type { ContestState } from './state.ts';
import { contestProtocolUnknown } from './unknown.ts';

/** A document by its title, number and date, as evidence of an achievement has it. */
export interface ProtocolShown {
  readonly title: string;
  readonly number: string | null;
  readonly date: string;
}

/**
 * The kept copy of a protocol as a document. Refuses `contest-protocol-unknown`, and
 * `act-out-of-order` where the contest was held after the day. R3 §3.4.
 */
export function protocolShown(
  state: ContestState | null,
  contest: string,
  on: string,
): ProtocolShown | Refusal {
  const kept = state?.kept ?? null;
  if (kept === null) return contestProtocolUnknown({ contest });
  const { title, number, heldOn } = kept;
  if (on < heldOn) return actOutOfOrder({ on, after: heldOn });
  return { title, number, date: heldOn };
}
