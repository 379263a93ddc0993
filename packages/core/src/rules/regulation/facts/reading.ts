import type { Reading } from '../../../kernel/reading.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { dayAt } from '../../../values/time-zone.ts';
import { editionNumbered, editionOn } from './questions.ts';
import type { Edition } from './state.ts';
import { regulationFold } from './state.ts';
import { regulationMissing } from './unknown.ts';

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

/** The calendar day that it is now in the time zone of an edition. */
export function todayIn(reading: Reading, edition: Edition): string {
  return dayAt(new Date(reading.now()).toISOString(), edition.general.timeZone);
}

/**
 * The calendar day that it is now where the organisation is: in the time zone of the edition in
 * force, or of the last one adopted where none is. Refuses `regulation-missing` before the first.
 */
export async function readToday(reading: Reading): Promise<string | Refusal> {
  const { state } = await reading.load(regulationFold, 'main');
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
  const { state } = await reading.load(regulationFold, 'main');
  const edition = editionOn(state, on);
  return edition === null ? regulationMissing({ on }) : { on, edition };
}

/** The edition of the regulation in force on a day; refuses `regulation-missing`. D1. */
export async function readEdition(reading: Reading, on: string): Promise<Edition | Refusal> {
  const { state } = await reading.load(regulationFold, 'main');
  return editionOn(state, on) ?? regulationMissing({ on });
}
