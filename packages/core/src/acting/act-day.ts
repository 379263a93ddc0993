import type { Reading } from '../kernel/reading.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import type { DayAndEdition } from '../rules/regulation/facts/reading.ts';
import { readDay, todayIn } from '../rules/regulation/facts/reading.ts';

/** The day of an act, the edition in force on it, and today's date. */
export interface ActDay extends DayAndEdition {
  /** The calendar day now, in the organisation's time zone. */
  readonly today: string;
}

/**
 * Reads the day of an act: the given one, or today in the organisation's time zone. Refuses
 * `regulation-missing` where no edition is in force on it. A day in the future has been refused
 * before (`refuseIfDaysAhead`): an act is recorded once it has been done.
 */
export async function readActDay(reading: Reading, given?: string): Promise<ActDay | Refusal> {
  const day = await readDay(reading, given);
  if (isRefusal(day)) return day;
  const now = todayIn(reading, day.edition);
  return { ...day, today: now };
}
