import type { Reading } from '../kernel/reading.ts';
import type { EnrollmentState } from './state.ts';
import { enrollmentDecider } from './state.ts';

/** A learner's enrollments in one programme, in the order of their numbers. */
export async function readEnrollments(
  reading: Reading,
  learner: string,
  programme: string,
): Promise<readonly EnrollmentState[]> {
  const found: EnrollmentState[] = [];
  for (let number = 1; ; number += 1) {
    const { state } = await reading.load(enrollmentDecider, learner, programme, String(number));
    if (state.id === null) return found;
    found.push(state);
  }
}
