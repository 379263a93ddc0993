import type * as z from 'zod';
import type { ActDay } from '../../acting/act-day.ts';
import { readActDay } from '../../acting/act-day.ts';
import type { Session } from '../../acting/session.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { readOfficial } from '../../rules/official/facts/reading.ts';
import type { OfficialState } from '../../rules/official/facts/state.ts';
import { learnerFold } from '../learner/facts/state.ts';
import type { linkLearners } from './commands.ts';

/** What linking and unlinking need: the day, who signs, and which learners are registered. */
export interface LinkContext extends ActDay {
  /** The appointments of the signer. */
  readonly official: OfficialState;
  /** Those of the two ids that are registered. */
  readonly registered: readonly string[];
}

/** Reads that context. Refuses `regulation-missing` and `dated-ahead`. */
export async function readLink(
  session: Session,
  { learner, other, signer, on }: z.output<typeof linkLearners.schema>,
): Promise<LinkContext | Refusal> {
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  const registered: string[] = [];
  for (const id of [learner, other]) {
    const { state } = await session.load(learnerFold, id);
    if (state.registered) registered.push(id);
  }
  return { ...day, registered, official: await readOfficial(session, signer) };
}
