import type * as z from 'zod';
import { readRestsOn } from '../achievement/resting.ts';
import { creditDecider } from '../credit/state.ts';
import type { Desk } from '../desk.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import type { RecordInput } from './assessment.ts';
import type { EnrollmentContext } from './context.ts';
import { readContext } from './context.ts';
import type { creditResult } from './credit.ts';
import { studyOn } from './place.ts';
import { enrollmentDecider } from './state.ts';

/** Reads what recording a result needs: who assessed, and what the result rests on. */
export async function readRecording(
  session: Desk,
  input: RecordInput,
): Promise<EnrollmentContext | Refusal> {
  const { enrollment, assessor, basis } = input;
  const persons = typeof assessor === 'string' ? [assessor] : [];
  const group = await readPlannedGroup(session, input);
  const read = await readContext(session, { enrollment, persons, basis, group });
  return isRefusal(read) ? read : { ...read, restsOn: await readRestsOn(session, input) };
}

/** Reads what crediting a result needs: who decided, and the decision that it rests on. */
export async function readCrediting(
  session: Desk,
  input: z.output<typeof creditResult.schema>,
): Promise<EnrollmentContext | Refusal> {
  const { enrollment, decidedBy, decision } = input;
  const group = await readPlannedGroup(session, input);
  const read = await readContext(session, { enrollment, persons: [decidedBy], group });
  if (decision === null || isRefusal(read)) return read;
  return { ...read, credit: (await session.load(creditDecider, decision)).state };
}

/** Reads what an act on a result needs: who signs it. */
export const readSigned = (
  session: Desk,
  { enrollment, signer }: { readonly enrollment: string; readonly signer: string },
): Promise<EnrollmentContext | Refusal> => readContext(session, { enrollment, persons: [signer] });

interface Placed {
  readonly enrollment: string;
  readonly on: string;
  readonly planned?: string | undefined;
}

/** The group of the day, read only for a planned assessment: its plan is the group's. */
async function readPlannedGroup(session: Desk, input: Placed): Promise<string | null> {
  if (input.planned === undefined) return null;
  const { state } = await session.load(enrollmentDecider, input.enrollment);
  return studyOn(state, input.on).group;
}
