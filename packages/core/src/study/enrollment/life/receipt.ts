import type { Receipt } from '../../../acting/receipt.ts';
import { receipt } from '../../../acting/receipt.ts';
import type { Outcome } from '../../../kernel/command-handler.ts';
import { enrollmentParts } from '../facts/questions.ts';
import type { EnrollmentEvent } from '../facts/state.ts';

/** Answer of `enroll`: where the enrollment is recorded, and its id. */
export interface EnrolledReceipt extends Receipt {
  /** `<learner>.<programme>.<n>`: what every later command calls `enrollment`. */
  readonly id: string;
  readonly programme: string;
  readonly number: number;
}

/** Names the new enrollment. */
export function enrolledReceipt(outcome: Outcome<EnrollmentEvent>): EnrolledReceipt {
  const [first] = outcome.events;
  const id = first?.type === 'Enrolled' ? first.data.enrollment : '';
  const { programme, number } = enrollmentParts(id);
  return { ...receipt(outcome), id, programme, number };
}
