import type * as z from 'zod';
import type { Desk } from '../desk.ts';
import { readGroup } from '../group/reading.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { learnerDecider } from '../learner/state.ts';
import { readProgramme } from '../programme/reading.ts';
import { readEdition } from '../regulation/reading.ts';
import type { EnrollmentContext } from './context.ts';
import { readContext } from './context.ts';
import type { EnrollContext, enrollLearner } from './enroll.ts';
import type { reinstateLearner, transferLearner } from './movement.ts';
import { placeOn } from './place.ts';
import { enrollmentDecider } from './state.ts';

export type EnrollInput = z.output<typeof enrollLearner.schema>;

/**
 * Reads what enrolling under a number needs; refuses `regulation-missing`, `group-unknown`,
 * `programme-unknown`.
 */
export async function readEnrolling(
  session: Desk,
  { learner, group, from }: EnrollInput,
  number: number,
): Promise<EnrollContext | Refusal> {
  const edition = await readEdition(session, from);
  if (isRefusal(edition)) return edition;
  const opened = await readGroup(session, group);
  if (isRefusal(opened)) return opened;
  const programme = await readProgramme(session, opened.programme);
  if (isRefusal(programme)) return programme;
  const { state } = await session.load(learnerDecider, learner);
  return { edition, group: opened, programme, learner: state, number };
}

/** Reads what a transfer needs: the group that it goes to, and the learner's other enrollments. */
export const readTransfer = (
  session: Desk,
  { enrollment, to }: z.output<typeof transferLearner.schema>,
): Promise<EnrollmentContext | Refusal> =>
  readContext(session, { enrollment, group: to, siblings: true });

/** The same for a reinstatement; without a group named it goes to the last one. */
export async function readReinstatement(
  session: Desk,
  { enrollment, group, on }: z.output<typeof reinstateLearner.schema>,
): Promise<EnrollmentContext | Refusal> {
  const { state } = await session.load(enrollmentDecider, enrollment);
  const into = group ?? placeOn(state, on).group;
  return readContext(session, { enrollment, group: into, siblings: true });
}
