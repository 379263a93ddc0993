import type * as z from 'zod';
import type { Session } from '../../../acting/session.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { readResultBasis } from '../../../merit/achievement/facts/reading.ts';
import { studyYearOf } from '../../../values/study-year.ts';
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
  const { enrollment, assessor, basis } = input;
  const persons = typeof assessor === 'string' ? [assessor] : [];
  const group = await readPlannedGroup(session, input);
  const read = await readContext(session, { enrollment, persons, basis, group });
  if (isRefusal(read)) return read;
  const restsOn = await readResultBasis(session, input);
  return { ...read, restsOn, lessons: await readLessonsOf(session, input, read) };
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

/** The lessons of the mark's module: their attendance says whether there may be a mark. */
async function readLessonsOf(
  session: Session,
  { enrollment, value, assessor, module, planned, on }: RecordInput,
  { group }: EnrollmentContext,
): Promise<readonly LessonSeen[]> {
  const plan = planned === undefined ? undefined : group?.planned[planned];
  const of = module ?? plan?.module ?? null;
  if (value === undefined || typeof assessor !== 'string' || of === null) return [];
  const { state } = await session.load(enrollmentFold, enrollment);
  const place = studyOn(state, on).group;
  return place === null ? [] : readLessons(session, place, of, studyYearOf(on));
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
