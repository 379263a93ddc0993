import type { Reading } from '../kernel/reading.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal, refusal } from '../kernel/refusal.ts';
import { editionNumbered, editionOn } from '../regulation/questions.ts';
import { regulationDecider, regulationMissing } from '../regulation/regulation.ts';
import type { Edition } from '../regulation/rules.ts';
import { dayAt } from '../values/time-zone.ts';

/*
 * The day of an act: the given one, or today where the organisation is. An act is not dated ahead,
 * nor before the step that it follows, and its rules are those of the edition in force on that day
 * (architecture §4).
 */

/** A day, and the edition of the regulation in force on it. */
export interface DayAndEdition {
  readonly on: string;
  readonly edition: Edition;
}

/** The day of an act, the edition in force on it, and what day it is now. */
export interface ActDay extends DayAndEdition {
  readonly today: string;
}

/** What has happened is not dated after today. */
export const datedAhead = refusal('dated-ahead', (d: { on: string; today: string }) => ({
  ru: `Дата ${d.on} ещё не наступила (сегодня ${d.today}): укажите день, который уже прошёл`,
  en: `${d.on} is after today (${d.today}): give a day that has come`,
}));

/** The facts of one story are told in order. */
export const actOutOfOrder = refusal('act-out-of-order', (d: { on: string; after: string }) => ({
  ru: `Дата ${d.on} раньше предыдущего шага (${d.after}): укажите ${d.after} или позже`,
  en: `${d.on} is before the step that it follows (${d.after}): give that day or a later one`,
}));

/**
 * Refuses `dated-ahead` where a day is after today.
 * @example
 * refuseIfAhead('2026-09-01', '2026-09-01'); // => null
 */
export function refuseIfAhead(on: string, today: string): Refusal | null {
  return on > today ? datedAhead({ on, today }) : null;
}

/**
 * Refuses `act-out-of-order` where a day is before the step that the act follows.
 * @example
 * refuseIfBefore('2026-09-01', '2026-09-01'); // => null
 */
export function refuseIfBefore(on: string, after: string): Refusal | null {
  return on < after ? actOutOfOrder({ on, after }) : null;
}

/** The calendar day that it is now in the time zone of an edition. */
export function todayIn(reading: Reading, edition: Edition): string {
  return dayAt(new Date(reading.now()).toISOString(), edition.general.timeZone);
}

/**
 * The calendar day that it is now where the organisation is: in the time zone of the edition in
 * force, or of the last one adopted where none is. Refuses `regulation-missing` before the first.
 */
export async function readToday(reading: Reading): Promise<string | Refusal> {
  const { state } = await reading.load(regulationDecider, 'main');
  const now = new Date(reading.now()).toISOString();
  const last = state.editions.at(-1);
  if (last === undefined) return regulationMissing({ on: now.slice(0, 10) });
  const edition = editionOn(state, now.slice(0, 10)) ?? editionNumbered(state, last.edition);
  return dayAt(now, edition?.general.timeZone ?? 'UTC');
}

/** The day that a command names alone, or today. Refuses `regulation-missing`. */
export async function readDate(
  reading: Reading,
  { on }: { readonly on?: string | undefined },
): Promise<string | Refusal> {
  return on ?? readToday(reading);
}

/**
 * The day of a fact, today where none was given, with the edition in force on it. The day may lie
 * ahead. Refuses `regulation-missing`. D1.
 */
export async function readDay(
  reading: Reading,
  given: string | undefined,
): Promise<DayAndEdition | Refusal> {
  const on = given ?? (await readToday(reading));
  if (isRefusal(on)) return on;
  const { state } = await reading.load(regulationDecider, 'main');
  const edition = editionOn(state, on);
  return edition === null ? regulationMissing({ on }) : { on, edition };
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
