import type { Receipt } from '../../acting/receipt.ts';
import { receipt, streamId } from '../../acting/receipt.ts';
import type { Outcome } from '../../kernel/command-handler.ts';
import type { AcquaintanceEvent } from './facts/state.ts';

/** The receipt of a sheet of acquaintance. */
export interface AcquaintanceReceipt extends Receipt {
  /** The sheet's id. */
  readonly sheet: string;
  /** Event id of each learner's line, by which it is annulled. */
  readonly lines: Readonly<Record<string, string>>;
}

/** Makes the receipt of a handled command on a sheet. */
export function acquaintanceReceipt(outcome: Outcome<AcquaintanceEvent>): AcquaintanceReceipt {
  const lines = outcome.events.map(({ id, data }) => [data.learner, id] as const);
  return { ...receipt(outcome), sheet: streamId(outcome), lines: Object.fromEntries(lines) };
}
