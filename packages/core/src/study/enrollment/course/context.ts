import type { Session } from '../../../acting/session.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { PutRightContext } from '../correction/context.ts';
import { enrollmentFold } from '../facts/state.ts';
import type { MoveContext } from '../life/context.ts';
import { readCarrierDestroyed, readContext, readMove } from '../life/context.ts';
import type { CorrectYearDecision, DecideYear } from './commands.ts';

/** Reads the groups of the learner's life, and the one that the learner goes to. */
export const readYear = (
  session: Session,
  { enrollment, to: group }: Pick<DecideYear, 'enrollment' | 'to'>,
): Promise<MoveContext | Refusal> => readMove(session, { enrollment, group });

/** Reads the group of the next year for a correction, its signer, and whether a carrier is gone. */
export async function readYearCorrection(
  session: Session,
  { enrollment, entry, signer }: CorrectYearDecision,
): Promise<PutRightContext | Refusal> {
  const { state } = await session.load(enrollmentFold, enrollment);
  const event = state.study.entries.get(entry)?.event;
  const group = event?.type === 'YearDecided' ? event.data.toGroup : null;
  const [context, carrierDestroyed] = await Promise.all([
    readContext(session, { enrollment, group, persons: [signer] }),
    readCarrierDestroyed(session, enrollment),
  ]);
  return isRefusal(context) ? context : { ...context, carrierDestroyed };
}
