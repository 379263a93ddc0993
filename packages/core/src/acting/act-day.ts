import type { Reading } from '../kernel/reading.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import type { DayAndEdition } from '../rules/regulation/facts/reading.ts';
import { readDay, todayIn } from '../rules/regulation/facts/reading.ts';
import { refuseIfAhead } from '../values/day-order.ts';

/** The day of an act, the edition in force on it, and what day it is now. */
export interface ActDay extends DayAndEdition {
  readonly today: string;
}

/**
 * The day of an act: the given one, or today in the organisation's time zone. Refuses
 * `regulation-missing` and `dated-ahead`.
 */
export async function readActDay(reading: Reading, given?: string): Promise<ActDay | Refusal> {
  const day = await readDay(reading, given);
  if (isRefusal(day)) return day;
  const now = todayIn(reading, day.edition);
  return refuseIfAhead(day.on, now) ?? { ...day, today: now };
}
