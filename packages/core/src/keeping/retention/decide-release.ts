import type * as z from 'zod';
import type { Decision } from '../../kernel/fold.ts';
import type { releaseCarrier, releaseRecord } from './commands.ts';
import { carrierReleased, recordReleased } from './facts/events.ts';
import { holdOn, anyRecordRefs, refuseUnlessReleasable } from './facts/questions.ts';
import type { RetentionState } from './facts/state.ts';
import { underHold } from './facts/unknown.ts';

/**
 * Decides {@link releaseCarrier}: once, and not under a hold. Refuses `under-hold`,
 * `carrier-released`.
 */
export function decideReleaseCarrier(
  state: RetentionState,
  input: z.output<typeof releaseCarrier.schema>,
): Decision {
  const { act, carrier, record, on: occurredOn } = input;
  const refs = { ...anyRecordRefs(record), act: [act] };
  const fact = carrierReleased.draft({ occurredOn, refs, data: { act, carrier, record } });
  return refuseUnlessReleasable(state, input) ?? [fact];
}

/** Decides {@link releaseRecord}: not under a hold. Refuses `under-hold`. */
export function decideReleaseRecord(
  state: RetentionState,
  { act, record, on: occurredOn }: z.output<typeof releaseRecord.schema>,
): Decision {
  const hold = holdOn(state, record);
  if (hold !== null) return underHold({ record, hold });
  const refs = { ...anyRecordRefs(record), act: [act] };
  return [recordReleased.draft({ occurredOn, refs, data: { act, record } })];
}
