import * as z from 'zod';
import type { Desk, Receipt, Sent } from '../desk.ts';
import { receipt } from '../desk.ts';
import { command } from '../kernel/command.ts';
import type { Decision } from '../kernel/decider.ts';
import type { Result } from '../kernel/refusal.ts';
import { identifier } from '../values/identifier.ts';
import { localDate } from '../values/local-date.ts';
import { carrierReleased, recordReleased } from './events.ts';
import { keptName } from './kept-name.ts';
import { underHold } from './refusals.ts';
import type { RetentionState } from './retention.ts';
import { holdOn, keptRefs, notReleasable, retentionDecider } from './retention.ts';

/*
 * Releases, in the stream in which holds stand: the process of an approved act sends them, one for
 * each carrier or record. No room offers them. D19.
 */

const about = { act: identifier, record: keptName, on: localDate };

/** Releases a carrier of a record for destruction. */
export const releaseCarrier = command(
  'release-carrier',
  z.strictObject({ ...about, carrier: identifier }),
);

/** Releases a record for the erasure of its personal data. */
export const releaseRecord = command('release-record', z.strictObject(about));

type CarrierGiven = z.input<typeof releaseCarrier.schema>;
type RecordGiven = z.input<typeof releaseRecord.schema>;

/** Decides {@link releaseCarrier}: not under a hold, and once. */
export function decideReleaseCarrier(
  state: RetentionState,
  input: z.output<typeof releaseCarrier.schema>,
): Decision {
  const { act, carrier, record, on: occurredOn } = input;
  const refs = { ...keptRefs(record), act: [act] };
  const fact = carrierReleased.draft({ occurredOn, refs, data: { act, carrier, record } });
  return notReleasable(state, input) ?? [fact];
}

/** Decides {@link releaseRecord}: not under a hold. */
export function decideReleaseRecord(
  state: RetentionState,
  { act, record, on: occurredOn }: z.output<typeof releaseRecord.schema>,
): Decision {
  const hold = holdOn(state, record);
  if (hold !== null) return underHold({ record, hold });
  const refs = { ...keptRefs(record), act: [act] };
  return [recordReleased.draft({ occurredOn, refs, data: { act, record } })];
}

/** Sends {@link releaseCarrier} to the organisation's `retention-main`. */
export function releaseCarrierOf(desk: Desk, raw: Sent<CarrierGiven>): Promise<Result<Receipt>> {
  return desk.run(releaseCarrier, raw, {
    decider: retentionDecider,
    stream: () => desk.stream('retention', 'main'),
    decide: decideReleaseCarrier,
    answer: receipt,
  });
}

/** Sends {@link releaseRecord} to the organisation's `retention-main`. */
export function releaseRecordOf(desk: Desk, raw: Sent<RecordGiven>): Promise<Result<Receipt>> {
  return desk.run(releaseRecord, raw, {
    decider: retentionDecider,
    stream: () => desk.stream('retention', 'main'),
    decide: decideReleaseRecord,
    answer: receipt,
  });
}
