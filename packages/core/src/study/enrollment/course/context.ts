import type { Session } from '../../../acting/session.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { GroupState } from '../../group/facts/state.ts';
import { groupFold } from '../../group/facts/state.ts';
import type { PutRightContext } from '../correction/context.ts';
import { placeOn } from '../facts/questions.ts';
import { enrollmentFold } from '../facts/state.ts';
import type { EnrollmentContext } from '../life/context.ts';
import { readCarrierDestroyed, readContext } from '../life/context.ts';
import type { CorrectYearDecision, DecideYear } from './commands.ts';

/** Context of a decision on a study year. */
export interface YearContext extends EnrollmentContext {
  /** The group of the year that is decided on; null: the learner is in none on that day. */
  readonly leaving: GroupState | null;
}

/** Reads the group of the year, and the one that the learner goes to. */
export async function readYear(
  session: Session,
  { enrollment, to, on }: Pick<DecideYear, 'enrollment' | 'to' | 'on'>,
): Promise<YearContext | Refusal> {
  const context = await readContext(session, { enrollment, group: to, otherEnrollments: true });
  if (isRefusal(context)) return context;
  const { state } = await session.load(enrollmentFold, enrollment);
  const { group } = placeOn(state, on);
  const leaving = group === null ? null : (await session.load(groupFold, group)).state;
  return { ...context, leaving };
}

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
