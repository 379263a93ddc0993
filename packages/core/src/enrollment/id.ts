import * as z from 'zod';
import { isUuid } from '../kernel/uuid.ts';
import { complaint, shown } from '../values/complaint.ts';

/**
 * Schema of an enrollment's id: `<learner>.<programme>.<n>`, where n counts one learner's
 * enrollments in one programme from 1. It is also the key of the enrollment's stream.
 *
 * @example
 * enrollmentId.parse('l-1.mentor.1'); // => 'l-1.mentor.1'
 * enrollmentId.safeParse('l-1.mentor').success; // => false
 */
export const enrollmentId = z
  .string({ error: ({ input }) => noEnrollment(input) })
  .regex(/^[A-Za-z0-9_-]{1,48}\.[A-Za-z0-9_-]{1,48}\.[1-9][0-9]{0,5}$/, {
    error: ({ input }) => noEnrollment(input),
  })
  .brand<'EnrollmentId'>();

/** What an enrollment's id is made of. */
export interface EnrollmentIdParts {
  readonly learner: string;
  readonly programme: string;
  /** From 1. */
  readonly number: number;
}

/**
 * Takes an enrollment's id apart.
 *
 * @example
 * enrollmentParts('l-1.mentor.2').programme; // => 'mentor'
 */
export function enrollmentParts(id: string): EnrollmentIdParts {
  const [learner = '', programme = '', number = ''] = id.split('.');
  return { learner, programme, number: Number(number) };
}

/** Schema of the id of a recorded fact: a result, a correction. */
export const factId = z.string().refine(isUuid, {
  error: ({ input }) =>
    complaint(
      `${shown(input)} не номер записи: нужен eventId из ответа на команду`,
      `${shown(input)} is no id of a fact: give the eventId that the command answered`,
    ),
});

function noEnrollment(input: unknown): string {
  return complaint(
    `${shown(input)} не номер зачисления вида «слушатель.программа.номер»`,
    `${shown(input)} is no enrollment id of the form learner.programme.n`,
  );
}
