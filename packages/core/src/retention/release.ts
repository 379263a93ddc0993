import * as z from 'zod';
import { service } from '../acting/service.ts';
import { command } from '../kernel/command.ts';
import type { Decision } from '../kernel/decider.ts';
import { identifier } from '../values/identifier.ts';
import { localDate } from '../values/local-date.ts';
import { carrierReleased, recordReleased } from './events.ts';
import { keptName } from './kept-name.ts';
import { underHold } from './refusals.ts';
import type { RetentionState } from './retention.ts';
import { holdOn, keptRefs, refuseUnlessReleasable } from './retention.ts';
import { onRetention } from './service.ts';

/*
 * Releases, in the stream in which holds stand: the process of an approved act sends them, one for
 * each carrier or record. D19.
 */

const about = { act: identifier, record: keptName, on: localDate };

/** Releases a carrier of a record for destruction. */
export const releaseCarrier = command(
  'release-carrier',
  z.strictObject({ ...about, carrier: identifier }),
);

/** Releases a record for the erasure of its personal data. */
export const releaseRecord = command('release-record', z.strictObject(about));

/** Decides {@link releaseCarrier}: not under a hold, and once. */
export function decideReleaseCarrier(
  state: RetentionState,
  input: z.output<typeof releaseCarrier.schema>,
): Decision {
  const { act, carrier, record, on: occurredOn } = input;
  const refs = { ...keptRefs(record), act: [act] };
  const fact = carrierReleased.draft({ occurredOn, refs, data: { act, carrier, record } });
  return refuseUnlessReleasable(state, input) ?? [fact];
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

/** What the process `actProcess` releases in `retention-main`; no application sends it. D19. */
export const releases = service({
  /**
   * Releases a carrier of a record for destruction, because a hold placed meanwhile stops it here.
   * The answer says where the fact stands.
   * Refuses `under-hold`, `carrier-released`. D19.
   */
  carrier: onRetention(releaseCarrier, { decide: decideReleaseCarrier }),

  /**
   * Releases a record for the erasure of its personal data. The answer says where the fact stands.
   * Refuses `under-hold`. D19, 152-FZ art. 21.
   */
  record: onRetention(releaseRecord, { decide: decideReleaseRecord }),
});
