import type { Desk } from '../desk.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal, refusal } from '../kernel/refusal.ts';
import { dayAt } from '../values/time-zone.ts';
import { editionNumbered, editionOn } from './questions.ts';
import { regulationDecider, regulationMissing } from './regulation.ts';
import type { Edition } from './rules.ts';

/** What has happened is not dated after today. */
export const datedAhead = refusal('dated-ahead', (d: { on: string; today: string }) => ({
  ru: `Дата ${d.on} ещё не наступила (сегодня ${d.today}): укажите день, который уже прошёл`,
  en: `${d.on} is after today (${d.today}): give a day that has come`,
}));

/** A day, and the edition of the regulation in force on it. */
export interface DayAndEdition {
  readonly on: string;
  readonly edition: Edition;
}

/**
 * The calendar day that it is now where the organisation is: in the time zone of the edition in
 * force, or of the last one adopted where none is. Refuses `regulation-missing` before the first.
 */
export async function readToday(desk: Desk): Promise<string | Refusal> {
  const { state } = await desk.load(regulationDecider, 'main');
  const now = new Date(desk.kernel.store.ports.clock()).toISOString();
  const last = state.editions.at(-1);
  if (last === undefined) return regulationMissing({ on: now.slice(0, 10) });
  const edition = editionOn(state, now.slice(0, 10)) ?? editionNumbered(state, last.edition);
  return dayAt(now, edition?.general.timeZone ?? 'UTC');
}

/**
 * The day of a fact, today where none was given, with the edition in force on it.
 * Refuses `regulation-missing`. D1.
 */
export async function readDay(
  desk: Desk,
  given: string | undefined,
): Promise<DayAndEdition | Refusal> {
  const on = given ?? (await readToday(desk));
  if (isRefusal(on)) return on;
  const { state } = await desk.load(regulationDecider, 'main');
  const edition = editionOn(state, on);
  return edition === null ? regulationMissing({ on }) : { on, edition };
}

/** The day of a fact alone: the one given, or today. Refuses `regulation-missing`. */
export async function readDayOf(
  session: Desk,
  { on }: { readonly on?: string | undefined },
): Promise<string | Refusal> {
  return on ?? readToday(session);
}
