import type { Refusal } from '../../../kernel/refusal.ts';
import { recordOf } from '../facts/questions.ts';
import type { EnrollmentState } from '../facts/state.ts';
import { groundPlaceMissing } from './refusals.ts';

/*
 * What is put right once the archive has the enrollment is added to it: the archived carrier is
 * never changed. Acts on steps and on results say the same about it. RK 1.9.
 */

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
