import type * as z from 'zod';
import type { Session } from '../../../acting/session.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { readResultBasis } from '../../../merit/achievement/facts/reading.ts';
import { creditFold } from '../../credit/facts/state.ts';
import type { LessonSeen } from '../../journal/facts/reading.ts';
import { readLessons } from '../../journal/facts/reading.ts';
import { studyOn } from '../facts/questions.ts';
import { enrollmentFold } from '../facts/state.ts';
import type { EnrollmentContext } from '../life/context.ts';
import { readContext } from '../life/context.ts';
import type { RecordInput, creditResult } from './commands.ts';

/** Reads the context of a result: assessor, basis, planned assessment and learner. */
export async function readRecording(
  session: Session,
  input: RecordInput,
): Promise<EnrollmentContext | Refusal> {
  const { enrollment, assessor, basis, planned, on } = input;
  const persons = typeof assessor === 'string' ? [assessor] : [];
  const { state } = await session.load(enrollmentFold, enrollment);
  const place = studyOn(state, on).group;
  const group = planned === undefined ? null : place;
  const [read, restsOn] = await Promise.all([
    readContext(session, { enrollment, persons, basis, group }),
    readResultBasis(session, input),
  ]);
  if (isRefusal(read)) return read;
  return { ...read, restsOn, lessons: await readLessonsOf(session, input, place, read) };
}

/** Reads the context of a credit: who decided, and the application that granted it. */
export async function readCrediting(
  session: Session,
  input: z.output<typeof creditResult.schema>,
): Promise<EnrollmentContext | Refusal> {
  const { enrollment, decidedBy, decision } = input;
  const group = await readPlannedGroup(session, input);
  const read = await readContext(session, { enrollment, persons: [decidedBy], group });
  if (decision === null || isRefusal(read)) return read;
  return { ...read, credit: (await session.load(creditFold, decision)).state };
}

/** The lessons that the result may be about: their attendance says whether there may be one. */
async function readLessonsOf(
  session: Session,
  { outcome, assessor, basis, module: named, planned, on }: RecordInput,
  place: string | null,
  { group }: EnrollmentContext,
): Promise<readonly LessonSeen[]> {
  const plan = planned === undefined ? undefined : group?.planned[planned];
  const module = named ?? plan?.module ?? null;
  if (outcome === 'not-assessed' || typeof assessor !== 'string') return [];
  if (module === null || place === null) return [];
  const lesson = basis?.kind === 'lesson' ? basis.id : null;
  return readLessons(session, { group: place, module, on, named: lesson });
}

interface Placed {
  readonly enrollment: string;
  readonly on: string;
  readonly planned?: string | undefined;
}

/** The learner's group on the day, where a planned assessment is named; else null. */
async function readPlannedGroup(session: Session, input: Placed): Promise<string | null> {
  if (input.planned === undefined) return null;
  const { state } = await session.load(enrollmentFold, input.enrollment);
  return studyOn(state, input.on).group;
}
