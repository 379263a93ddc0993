import type * as z from 'zod';
import { readDay } from '../acting/act-day.ts';
import type { Desk } from '../desk.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { readOfficial } from '../official/reading.ts';
import type { ScaleChoiceContext } from './decide.ts';
import type { chooseScale } from './programme.ts';

/** Reads what choosing a scale needs: the edition of its day, and who chose. */
export async function readScaleChoice(
  session: Desk,
  { on, chosenBy }: z.output<typeof chooseScale.schema>,
): Promise<ScaleChoiceContext | Refusal> {
  const day = await readDay(session, on);
  return isRefusal(day) ? day : { ...day, official: await readOfficial(session, chosenBy) };
}
