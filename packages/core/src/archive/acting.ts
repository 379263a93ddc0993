import { today } from '../context.ts';
import type { Desk } from '../desk.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal, refusal } from '../kernel/refusal.ts';
import type { OfficialState, ScopeAsked } from '../official/official.ts';
import { holdsOffice, notAppointed, officeNotEntitled } from '../official/official.ts';
import type { DayAndEdition } from '../regulation/today.ts';
import { datedAhead, readDay } from '../regulation/today.ts';
import type { Signer } from '../values/shape.ts';

/*
 * The day of an act and who may sign it: both follow the edition in force on that very day
 * (architecture §4). Journals, files, commendations, transfers and imports all ask this way.
 */

/** The day of an act, the edition in force on it, and what day it is now. */
export interface ActDay extends DayAndEdition {
  readonly today: string;
}

/** The facts of one story are told in order. */
export const actOutOfOrder = refusal('act-out-of-order', (d: { on: string; after: string }) => ({
  ru: `Дата ${d.on} раньше предыдущего шага (${d.after}): укажите ${d.after} или позже`,
  en: `${d.on} is before the step that it follows (${d.after}): give that day or a later one`,
}));

/**
 * Reads the day of an act: the given one, or today in the organisation's time zone. Refuses
 * `regulation-missing` and `dated-ahead`.
 */
export async function readActDay(desk: Desk, given?: string): Promise<ActDay | Refusal> {
  const day = await readDay(desk, given);
  if (isRefusal(day)) return day;
  const now = today(desk, day.edition);
  return day.on > now ? datedAhead({ on: day.on, today: now }) : { ...day, today: now };
}

/**
 * How a person signs on a day: in the office named, or in the first of the allowed ones that they
 * hold. Refuses `office-not-entitled` and `not-appointed`. Source: D1, R2 §3.2.
 */
export function signAs(
  official: OfficialState,
  asked: { readonly person: string; readonly office: string | null; readonly on: string },
  offices: readonly string[],
  scope: ScopeAsked = {},
): Signer | Refusal {
  const { person, office, on } = asked;
  if (office !== null && !offices.includes(office)) return officeNotEntitled({ office, offices });
  const within = office === null ? offices : [office];
  const held = holdsOffice(official, within, on, scope);
  if (held === null) return notAppointed({ person, offices: within, on });
  return { person, office: held.office, position: held.position };
}
