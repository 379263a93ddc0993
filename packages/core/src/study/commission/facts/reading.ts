import type { EventOf } from '../../../kernel/event-type.ts';
import type { IndexReading } from '../../../kernel/log-index.ts';
import type { Reading } from '../../../kernel/reading.ts';
import type { commissionEvents } from './events.ts';
import { commissionOf } from './questions.ts';
import type { CommissionState } from './state.ts';
import { commissionFold } from './state.ts';

/** Reads a commission's state; its `id` is null where there is no such commission. */
export async function readCommission(reading: Reading, id: string): Promise<CommissionState> {
  const { state } = await reading.load(commissionFold, id);
  return state;
}

/** Reads the event ids of the results that the lines of a protocol name. */
export async function readResultsOfProtocol(
  reading: Pick<IndexReading, 'events'>,
  protocol: string,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const event of await reading.events('commission', commissionOf(protocol))) {
    const entry = event as EventOf<(typeof commissionEvents)[number]>;
    if (entry.type !== 'ProtocolLineEntered' && entry.type !== 'ProtocolLineCorrected') continue;
    const { protocol: own, result } = entry.data;
    if (own === protocol && result !== null) found.add(result);
  }
  return found;
}
