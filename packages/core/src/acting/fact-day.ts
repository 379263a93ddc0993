import type { Reading } from '../kernel/reading.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { readToday } from '../rules/regulation/facts/reading.ts';
import { dayAt } from '../values/time-zone.ts';
import { readActDay } from './act-day.ts';

/**
 * Reads the day of a fact about a person that has happened: the given one, or today. It is bound as
 * the day of an act is, except that it may lie before the first edition of the regulation, because
 * a name or a birth is older than the rules. Refuses `regulation-missing` where no day is given and
 * no regulation names the time zone, and for a day to come on which none is in force.
 */
export async function readFactDay(
  reading: Reading,
  given: string | undefined,
): Promise<string | Refusal> {
  const day = await readActDay(reading, given);
  if (!isRefusal(day)) return day.on;
  const local = await readToday(reading);
  if (isRefusal(local) && given === undefined) return local;
  const today = isRefusal(local) ? dayAt(new Date(reading.now()).toISOString(), 'UTC') : local;
  const on = given ?? today;
  return on <= today ? on : day;
}

/** Reads the day of a command about a person: its field `on`, or today; as {@link readFactDay}. */
export function readFactDayOf(
  reading: Reading,
  { on }: { readonly on?: string | undefined },
): Promise<string | Refusal> {
  return readFactDay(reading, on);
}
