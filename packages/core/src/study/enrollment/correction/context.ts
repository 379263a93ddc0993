import type { Session } from '../../../acting/session.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import type { EnrollmentContext } from '../life/context.ts';
import { readContext } from '../life/context.ts';

/** Reads the context of an act on a result, with its signer. Refuses `regulation-missing`. */
export const readSigned = (
  session: Session,
  { enrollment, signer }: { readonly enrollment: string; readonly signer: string },
): Promise<EnrollmentContext | Refusal> => readContext(session, { enrollment, persons: [signer] });
