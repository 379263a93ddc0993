import type * as z from 'zod';
import { readCarrierDestroyed } from '../../../acting/after-archive.ts';
import type { Session } from '../../../acting/session.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { readCommission } from '../../commission/facts/reading.ts';
import type { CommissionState } from '../../commission/facts/state.ts';
import { recordOf } from '../facts/questions.ts';
import type { EnrollmentContext } from '../life/context.ts';
import { readContext } from '../life/context.ts';
import type { grantRetake } from './commands.ts';

/** Reads the context of an enrollment, and the commission that is named. */
export async function readGranting(
  session: Session,
  { enrollment, commission }: z.output<typeof grantRetake.schema>,
): Promise<GrantContext | Refusal> {
  const context = await readContext(session, { enrollment });
  if (isRefusal(context)) return context;
  const named = commission === null ? null : await readCommission(session, commission);
  return { ...context, commission: named };
}

/** Context of putting an entry right. RK 1.8, 1.9. */
export interface DebtRightContext extends EnrollmentContext {
  /** Was a carrier of this enrollment released for destruction? */
  readonly carrierDestroyed: boolean;
}

/** Reads the context of putting an entry right, with its signer. Refuses `regulation-missing`. */
export async function readSignedEntry(
  session: Session,
  { enrollment, signer }: { readonly enrollment: string; readonly signer: string },
): Promise<DebtRightContext | Refusal> {
  const [context, carrierDestroyed] = await Promise.all([
    readContext(session, { enrollment, persons: [signer] }),
    readCarrierDestroyed(session, recordOf(enrollment)),
  ]);
  return isRefusal(context) ? context : { ...context, carrierDestroyed };
}

/** Context of `grant-retake`. */
export interface GrantContext extends EnrollmentContext {
  /** Null: the command names no commission. */
  readonly commission: CommissionState | null;
}
