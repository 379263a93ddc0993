import type { Reading } from '../../../kernel/reading.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { dayAt } from '../../../values/time-zone.ts';
import { editionNumbered, editionOn, editionOnOrFirst, lastEdition } from './questions.ts';
import type { Edition } from './state.ts';
import { regulationFold } from './state.ts';
import { regulationMissing } from './unknown.ts';

/*
 * Reading the regulation for a command: the day of a fact (the given one, or today in the
 * organisation's time zone) and the edition in force on it.
 */

/** A day, and the edition of the regulation in force on it. */
export interface DayAndEdition {
  readonly on: string;
  readonly edition: Edition;
}

/** Today's date in the time zone of an edition. */
export function todayIn(reading: Reading, edition: Edition): string {
  return dayAt(new Date(reading.now()).toISOString(), edition.general.timeZone);
}

/**
 * Reads today's date in the organisation's time zone: that of the edition in force, or of the last
 * adopted one where none is in force. Refuses `regulation-missing` before the first adoption.
 */
export async function readToday(reading: Reading): Promise<string | Refusal> {
  const { state } = await reading.load(regulationFold, 'main');
  const now = new Date(reading.now()).toISOString();
  const last = lastEdition(state);
  if (last === undefined) return regulationMissing({ on: now.slice(0, 10) });
  const edition = editionOn(state, now.slice(0, 10)) ?? editionNumbered(state, last.edition);
  return dayAt(now, edition?.general.timeZone ?? 'UTC');
}

/** Reads the day of a command: its `on`, or today. Refuses `regulation-missing`. */
export async function readDate(
  reading: Reading,
  { on }: { readonly on?: string | undefined },
): Promise<string | Refusal> {
  return on ?? readToday(reading);
}

/**
 * Reads the day of a fact (today where none is given) and the edition in force on it. The day may
 * lie in the future; `readActDay` refuses that. Refuses `regulation-missing`. D1.
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

/** Reads the edition in force on a day. Refuses `regulation-missing` where there is none. D1. */
export async function readEdition(reading: Reading, on: string): Promise<Edition | Refusal> {
  const { state } = await reading.load(regulationFold, 'main');
  return editionOn(state, on) ?? regulationMissing({ on });
}

/**
 * Reads the edition whose rules a paper or an appointment of a day has, as `editionOnOrFirst`
 * says. Refuses `regulation-missing` where none was adopted, or the last one was repealed by then.
 */
export async function readEditionOrFirst(reading: Reading, on: string): Promise<Edition | Refusal> {
  const { state } = await reading.load(regulationFold, 'main');
  return editionOnOrFirst(state, on) ?? regulationMissing({ on });
}
