import {
  refuseUnlessAddable,
  refuseUnlessGroundPlace as refuseUnlessGroundPlaceOf,
} from '../../../acting/after-archive.ts';
import type { ReceivedCommand } from '../../../kernel/command.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { addedAfter as addedAfterIn } from '../../../record/added.ts';
import type { CorrectionRules } from '../../../rules/regulation/sections/correction.ts';
import { recordOf } from '../facts/questions.ts';
import type { EnrollmentState } from '../facts/state.ts';
import { enrollmentUnknown } from '../facts/unknown.ts';

/*
 * What is put right once the archive has the enrollment is added to it: the archived carrier is
 * never changed. Acts on steps and on results say the same about it. RK 1.9.
 */

/**
 * Refuses to put right what an enrollment has: `enrollment-unknown`, and as `refuseUnlessAddable`
 * does. D7, D18.
 */
export function refuseUnlessCorrectable(
  state: EnrollmentState,
  enrollment: string,
  act: string,
  rules: CorrectionRules,
  { sender: { ground } }: Pick<ReceivedCommand, 'sender'>,
): Refusal | null {
  if (state.id === null) return enrollmentUnknown({ enrollment });
  return refuseUnlessAddable(state.archival, { record: recordOf(enrollment), act, ground }, rules);
}

/** A command that may say where the paper behind it lies. */
export interface GroundPlace {
  readonly enrollment: string;
  readonly groundAt?: string | undefined;
}

/** Refuses `ground-place-missing` where a carrier of the enrollment was destroyed. RK 1.9. */
export const refuseUnlessGroundPlace = (
  input: GroundPlace,
  seen: { readonly carrierDestroyed: boolean },
): Refusal | null => refuseUnlessGroundPlaceOf(recordOf(input.enrollment), input, seen);

/** The fields that mark an act as made after the archive, and say where its paper lies. RK 1.9. */
export const addedAfter = ({ archival }: EnrollmentState, input: Pick<GroundPlace, 'groundAt'>) =>
  addedAfterIn(archival, input);
