import type { ActDay } from '../../acting/act-day.ts';
import type { ActContext } from '../../acting/context.ts';
import { readSignedAct } from '../../acting/context.ts';
import type { Session } from '../../acting/session.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { OfficialState } from '../../rules/official/facts/state.ts';
import type { EndNeed } from './commands.ts';
import type { StartDays } from './facts/questions.ts';
import { readStartDays } from './facts/reading.ts';

/**
 * What the decision on an act in the retention stream reads: the edition of the day, and who signs.
 */
export interface RetentionContext extends ActDay {
  readonly official: OfficialState;
}

/** Reads who signs, and the days that the record shows. */
export async function readNeed(
  session: Session,
  input: EndNeed,
): Promise<(ActContext & { readonly days: StartDays }) | Refusal> {
  const days = await readStartDays(session, input.record);
  if (isRefusal(days)) return days;
  const act = await readSignedAct(session, input);
  return isRefusal(act) ? act : { ...act, days };
}
