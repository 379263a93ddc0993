import { refuseUnlessOrder } from '../../../acting/order.ts';
import type { ReceivedCommand } from '../../../kernel/command.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { recordHandedOver } from '../../../record/refusals.ts';
import type { CorrectionRules } from '../../../rules/regulation/sections/correction.ts';
import { recordOf } from '../facts/questions.ts';
import type { EnrollmentState } from '../facts/state.ts';
import { enrollmentUnknown } from '../facts/unknown.ts';
import { groundPlaceMissing } from './refusals.ts';

/*
 * What is put right once the archive has the enrollment is added to it: the archived carrier is
 * never changed. Acts on steps and on results say the same about it. RK 1.9.
 */

/**
 * Refuses to put right what an enrollment has: `enrollment-unknown`; `record-handed-over`
 * while the archive has not accepted it; `order-required` after that, where the regulation says so.
 * D7, D18.
 */
export function refuseUnlessCorrectable(
  state: EnrollmentState,
  enrollment: string,
  act: string,
  rules: CorrectionRules,
  { sender }: Pick<ReceivedCommand, 'sender'>,
): Refusal | null {
  if (state.id === null) return enrollmentUnknown({ enrollment });
  const { transfer, accepted } = state.archival;
  if (transfer === null) return null;
  if (!accepted) return recordHandedOver({ record: recordOf(enrollment), transfer });
  return refuseUnlessOrder(act, rules.orderAfterArchive, sender.ground);
}

/** A command that may say where the paper behind it lies. */
export interface GroundPlace {
  readonly enrollment: string;
  readonly groundAt?: string | undefined;
}

/**
 * Refuses `ground-place-missing` where a carrier of the enrollment was destroyed, so that nothing
 * but the act itself can say where its paper lies. RK 1.9.
 */
export function refuseUnlessGroundPlace(
  { enrollment, groundAt }: GroundPlace,
  { carrierDestroyed }: { readonly carrierDestroyed: boolean },
): Refusal | null {
  if (!carrierDestroyed || groundAt !== undefined) return null;
  return groundPlaceMissing({ record: recordOf(enrollment) });
}

/** The fields that mark an act as made after the archive, and say where its paper lies. RK 1.9. */
export function addedAfter(
  { archival: { transfer } }: EnrollmentState,
  { groundAt }: Pick<GroundPlace, 'groundAt'>,
) {
  return {
    ...(transfer === null ? {} : { afterArchive: transfer }),
    ...(groundAt === undefined ? {} : { groundAt }),
  };
}
