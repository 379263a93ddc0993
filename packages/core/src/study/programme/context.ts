import type * as z from 'zod';
import type { Session } from '../../acting/session.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { readOfficial } from '../../rules/official/facts/reading.ts';
import type { OfficialState } from '../../rules/official/facts/state.ts';
import type { DayAndEdition } from '../../rules/regulation/facts/reading.ts';
import { readDay } from '../../rules/regulation/facts/reading.ts';
import type { chooseScale } from './commands.ts';

/** Reads the day of a choice, the edition in force on it, and the official who chose. */
export async function readScaleChoice(
  session: Session,
  { on, chosenBy }: z.output<typeof chooseScale.schema>,
): Promise<ScaleChoiceContext | Refusal> {
  const day = await readDay(session, on);
  return isRefusal(day) ? day : { ...day, official: await readOfficial(session, chosenBy) };
}

/** Context of `choose-scale`. */
export interface ScaleChoiceContext extends DayAndEdition {
  readonly official: OfficialState;
}
