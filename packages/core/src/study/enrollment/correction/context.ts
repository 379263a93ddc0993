import type * as z from 'zod';
import { readCarrierDestroyed } from '../../../acting/after-archive.ts';
import type { Session } from '../../../acting/session.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { readLessons } from '../../journal/facts/reading.ts';
import { recordOf } from '../facts/questions.ts';
import { enrollmentFold } from '../facts/state.ts';
import type { EnrollmentContext } from '../life/context.ts';
import { readContext } from '../life/context.ts';
import type { correctAssessment } from './commands.ts';

/** Context of correcting or annulling a result. */
export interface PutRightContext extends EnrollmentContext {
  /** Was a carrier of this enrollment released for destruction? RK 1.9. */
  readonly carrierDestroyed: boolean;
}

/**
 * Reads the context of a correction: its signer, the author of the mark, and where an absence is to
 * become a mark the lessons of that module. Refuses `regulation-missing`.
 */
export async function readCorrection(
  session: Session,
  { enrollment, signer, replaces, record }: z.output<typeof correctAssessment.schema>,
): Promise<PutRightContext | Refusal> {
  const { state } = await session.load(enrollmentFold, enrollment);
  const result = state.results.get(state.recordOf.get(replaces ?? record ?? '') ?? '');
  const read = await readPutRight(session, enrollment, [signer, result?.author]);
  if (isRefusal(read) || result?.outcome !== 'absent' || result.module === null) return read;
  const { group, module, on, basis } = result;
  const named = basis?.kind === 'lesson' ? basis.id : null;
  return { ...read, lessons: await readLessons(session, { group, module, on, named }) };
}

/** Reads the context of annulling a result, or correcting an absence. Refuses the same. */
export const readPuttingRight = (
  session: Session,
  { enrollment, signer }: { readonly enrollment: string; readonly signer: string },
): Promise<PutRightContext | Refusal> => readPutRight(session, enrollment, [signer]);

async function readPutRight(
  session: Session,
  enrollment: string,
  persons: readonly (string | null | undefined)[],
): Promise<PutRightContext | Refusal> {
  const [read, carrierDestroyed] = await Promise.all([
    readContext(session, { enrollment, persons }),
    readCarrierDestroyed(session, recordOf(enrollment)),
  ]);
  return isRefusal(read) ? read : { ...read, carrierDestroyed };
}

/** Reads the context of an act on a result, with its signer. Refuses `regulation-missing`. */
export const readSigned = (
  session: Session,
  { enrollment, signer }: { readonly enrollment: string; readonly signer: string },
): Promise<EnrollmentContext | Refusal> => readContext(session, { enrollment, persons: [signer] });
