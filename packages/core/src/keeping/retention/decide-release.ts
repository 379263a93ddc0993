import type * as z from 'zod';
import type { Decision } from '../../kernel/fold.ts';
import { itemTarget } from '../act/facts/questions.ts';
import type { annulRelease, releaseCarrier, releaseRecord } from './commands.ts';
import { carrierReleaseAnnulled, carrierReleased, recordReleased } from './facts/events.ts';
import type { LearnersIn } from './facts/questions.ts';
import { holdInForce, refuseUnlessReleasable } from './facts/questions.ts';
import { anyRecordRefs } from './facts/record-refs-questions.ts';
import type { RetentionState } from './facts/state.ts';
import { underHold } from './facts/unknown.ts';
import { carrierNotReleased } from './refusals.ts';

/**
 * Decides {@link releaseCarrier}: once, and not under a hold. Refuses `under-hold`,
 * `carrier-released`.
 */
export function decideReleaseCarrier(
  state: RetentionState,
  input: z.output<typeof releaseCarrier.schema>,
  learnersIn?: LearnersIn,
): Decision {
  const { act, carrier, record, on: occurredOn } = input;
  const refs = { ...anyRecordRefs(record), act: [act] };
  const fact = carrierReleased.draft({ occurredOn, refs, data: { act, carrier, record } });
  return refuseUnlessReleasable({ ...state, learnersIn }, input) ?? [fact];
}

/** Decides {@link releaseRecord}: not under a hold. Refuses `under-hold`. */
export function decideReleaseRecord(
  state: RetentionState,
  { act, record, on: occurredOn }: z.output<typeof releaseRecord.schema>,
  learnersIn?: LearnersIn,
): Decision {
  const hold = holdInForce({ ...state, learnersIn }, record);
  if (hold !== null) return underHold({ record, ...hold });
  const refs = { ...anyRecordRefs(record), act: [act] };
  return [recordReleased.draft({ occurredOn, refs, data: { act, record } })];
}

/** Decides {@link annulRelease}. Refuses `carrier-not-released`. RK 1.8. */
export function decideAnnulRelease(
  { released }: RetentionState,
  {
    act,
    approval,
    carrier,
    record,
    actedOn,
    signer,
    edition,
  }: z.output<typeof annulRelease.schema>,
): Decision {
  const release = released.get(itemTarget({ carrier, record }));
  if (release?.owedBy !== approval) return carrierNotReleased({ act, carrier, record });
  const { entry: corrects, on: occurredOn } = release;
  const refs = { ...anyRecordRefs(record), act: [act], official: [signer.person] };
  const annulment = { corrects, entry: 'CarrierReleased', actedOn, replacedBy: null };
  const data = { act, carrier, record, ...annulment, signer, edition };
  return [carrierReleaseAnnulled.draft({ occurredOn, refs, data })];
}
