import type { Desk } from '../desk.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { OfficialState, ScopeAsked } from '../official/official.ts';
import type { Edition } from '../regulation/rules.ts';
import type { Signer } from '../values/shape.ts';
import { readEdition, today } from '../context.ts';
import { isRefusal, refusal } from '../kernel/refusal.ts';
import { holdsOffice, notAppointed } from '../official/official.ts';
import { editionOn, regulationDecider } from '../regulation/regulation.ts';
import { addDays, localDate } from '../values/local-date.ts';

/*
 * The day of an act and who may sign it: both follow the edition in force on that very day
 * (architecture §4). Journals, files, commendations, transfers and imports all ask this way.
 */

/** The day of an act, the edition in force on it, and what day it is now. */
export interface ActDay {
  readonly on: string;
  readonly edition: Edition;
  readonly today: string;
}

/** An act has happened: it is not dated after today. */
export const actDatedAhead = refusal('dated-ahead', (d: { on: string; today: string }) => ({
  ru: `Дата ${d.on} ещё не наступила (сегодня ${d.today}): укажите день, когда это было`,
  en: `${d.on} has not come yet (today is ${d.today}): give the day on which it happened`,
}));

/** The facts of one story are told in order. */
export const actOutOfOrder = refusal('act-out-of-order', (d: { on: string; after: string }) => ({
  ru: `Дата ${d.on} раньше предыдущего шага (${d.after}): укажите ${d.after} или позже`,
  en: `${d.on} is before the step that it follows (${d.after}): give that day or a later one`,
}));

/** The regulation does not let this office sign such an act. */
export const officeMayNotSign = refusal(
  'office-may-not-sign',
  (d: { office: string; offices: readonly string[] }) => ({
    ru: `В должности «${d.office}» это не подписывают; могут: ${d.offices.join(', ')}`,
    en: `The office ${d.office} does not sign this; these do: ${d.offices.join(', ')}`,
  }),
);

/**
 * Reads the day of an act: the given one, or today in the organisation's time zone. Refuses
 * `regulation-missing` and `dated-ahead`.
 */
export async function readActDay(desk: Desk, given?: string): Promise<ActDay | Refusal> {
  const on = given ?? (await dayNow(desk));
  const edition = await readEdition(desk, on);
  if (isRefusal(edition)) return edition;
  const now = today(desk, edition);
  return on > now ? actDatedAhead({ on, today: now }) : { on, edition, today: now };
}

/** Today by the time zone of the newest edition; the day in UTC where there is none. */
async function dayNow(desk: Desk): Promise<string> {
  const now = new Date(desk.kernel.store.ports.clock()).toISOString();
  const inUtc = localDate.parse(now.slice(0, 10));
  const { state } = await desk.load(regulationDecider, 'main');
  // East of Greenwich the day may be the next already, and be the first of the first edition.
  const edition = editionOn(state, inUtc) ?? editionOn(state, addDays(inUtc, 1));
  return edition === null ? inUtc : today(desk, edition);
}

/**
 * How a person signs on a day: in the office named, or in the first of the allowed ones that they
 * hold. Refuses `office-may-not-sign` and `not-appointed`. Source: D1, R2 §3.2.
 */
export function signAs(
  official: OfficialState,
  asked: { readonly person: string; readonly office: string | null; readonly on: string },
  offices: readonly string[],
  scope: ScopeAsked = {},
): Signer | Refusal {
  const { person, office, on } = asked;
  if (office !== null && !offices.includes(office)) return officeMayNotSign({ office, offices });
  const within = office === null ? offices : [office];
  const held = holdsOffice(official, within, on, scope);
  if (held === null) return notAppointed({ person, offices: within, on });
  return { person, office: held.office, position: held.position };
}
