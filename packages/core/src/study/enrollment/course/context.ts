import { readCarrierDestroyed } from '../../../acting/after-archive.ts';
import type { Session } from '../../../acting/session.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { PutRightContext } from '../correction/context.ts';
import { recordOf } from '../facts/questions.ts';
import { enrollmentFold } from '../facts/state.ts';
import type { MoveContext } from '../life/context.ts';
import { readMove } from '../life/context.ts';
import type { AnnulStudyEntry, DecideYear } from './commands.ts';

/** Reads the groups of the learner's life, and the one that the learner goes to. */
export const readYear = (
  session: Session,
  { enrollment, to: group }: Pick<DecideYear, 'enrollment' | 'to'>,
): Promise<MoveContext | Refusal> => readMove(session, { enrollment, group });

/** Context of putting an entry about how a learner studies right: steps may rest on it. */
export interface StudyPutRightContext extends PutRightContext, MoveContext {}

/** Reads the groups of the life and of the next year, the signer, and whether a carrier is gone. */
export async function readStudyPutRight(
  session: Session,
  { enrollment, entry, signer }: AnnulStudyEntry,
): Promise<StudyPutRightContext | Refusal> {
  const { state } = await session.load(enrollmentFold, enrollment);
  const event = state.study.entries.get(entry)?.event;
  const group = event?.type === 'YearDecided' ? event.data.toGroup : null;
  const [context, carrierDestroyed] = await Promise.all([
    readMove(session, { enrollment, group, persons: [signer] }),
    readCarrierDestroyed(session, recordOf(enrollment)),
  ]);
  return isRefusal(context) ? context : { ...context, carrierDestroyed };
}
