import type { ReceivedCommand } from '../kernel/command.ts';
import type { Reading } from '../kernel/reading.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { editionNumbered, editionOn } from '../rules/regulation/facts/questions.ts';
import type { Edition, RegulationState } from '../rules/regulation/facts/state.ts';
import { regulationFold } from '../rules/regulation/facts/state.ts';
import { usualPapers } from '../rules/regulation/sections/general.ts';
import { refuseIfAhead } from '../values/day-order.ts';
import type { LocalDate } from '../values/local-date.ts';
import { addDays } from '../values/local-date.ts';
import { dayAt } from '../values/time-zone.ts';

/*
 * What is asked of every command, whatever it is about, before its own rules: are its days within
 * the bounds that the regulation sets? It is asked here, so that no command can forget it.
 */

const HALF_DAY_MS = 12 * 3_600_000;

/**
 * Refuses `dated-ahead` where a day of the command is further ahead than the edition in force today
 * allows. It reads the regulation only if a day may lie ahead somewhere on earth. RK 1.5.
 */
export async function refuseIfDaysAhead(
  reading: Reading,
  { days = [] }: Pick<ReceivedCommand, 'days'>,
): Promise<Refusal | null> {
  const surelyPast = new Date(reading.now() - HALF_DAY_MS).toISOString().slice(0, 10);
  const open = days.filter(({ day }) => day > surelyPast);
  if (open.length === 0) return null;
  const { state } = await reading.load(regulationFold, 'main');
  const { today, daysAhead } = presentOf(state, reading.now());
  for (const { day, bound } of open) {
    const no = refuseIfAhead(day, today, addDays(today, daysAhead[bound]));
    if (no !== null) return no;
  }
  return null;
}

/**
 * Today in the organisation's time zone, and the bounds of the edition in force: those of the last
 * adopted one where none is in force, and the usual ones before the first adoption.
 */
function presentOf(state: RegulationState, now: number) {
  const instant = new Date(now).toISOString();
  const last = state.editions.at(-1);
  const edition: Edition | null =
    editionOn(state, instant.slice(0, 10)) ??
    (last === undefined ? null : editionNumbered(state, last.edition));
  if (edition === null) {
    // Before the adoption no zone is known: it is today as soon as it is so anywhere.
    const first = new Date(now + HALF_DAY_MS + 2 * 3_600_000).toISOString().slice(0, 10);
    return { today: first as LocalDate, daysAhead: usualPapers.daysAhead };
  }
  const { timeZone, daysAhead } = edition.general;
  return { today: dayAt(instant, timeZone) as LocalDate, daysAhead };
}
