import type { Desk } from './desk.ts';
import type { GroupState } from './group/state.ts';
import { groupDecider } from './group/state.ts';
import type { Refusal } from './kernel/refusal.ts';
import { refusal } from './kernel/refusal.ts';
import type { OfficialState } from './official/official.ts';
import { officialDecider } from './official/official.ts';
import type { ProgrammeState } from './programme/state.ts';
import { programmeDecider } from './programme/state.ts';
import { editionOn } from './regulation/questions.ts';
import { regulationDecider, regulationMissing } from './regulation/regulation.ts';
import type { Edition } from './regulation/rules.ts';
import { dayAt } from './values/time-zone.ts';

/*
 * What decisions read from other streams. It may be a moment old; what must hold under concurrency
 * is decided on the stream that is appended to.
 */

/** The edition of the regulation in force on a day; refuses `regulation-missing`. D1. */
export async function readEdition(desk: Desk, on: string): Promise<Edition | Refusal> {
  const { state } = await desk.load(regulationDecider, 'main');
  return editionOn(state, on) ?? regulationMissing({ on });
}

/** An official's appointments: exactly that person's stream. */
export async function readOfficial(desk: Desk, person: string): Promise<OfficialState> {
  const { state } = await desk.load(officialDecider, person);
  return state;
}

export const programmeUnknown = refusal('programme-unknown', (d: { programme: string }) => ({
  ru: `Программа ${d.programme} не открыта: сначала откройте её`,
  en: `There is no programme ${d.programme}: open it first`,
}));

export const groupUnknown = refusal('group-unknown', (d: { group: string }) => ({
  ru: `Группа ${d.group} не открыта: сначала откройте её`,
  en: `There is no group ${d.group}: open it first`,
}));

/** A programme; refuses `programme-unknown`. */
export async function readProgramme(desk: Desk, id: string): Promise<ProgrammeState | Refusal> {
  const { state } = await desk.load(programmeDecider, id);
  return state.id === null ? programmeUnknown({ programme: id }) : state;
}

/** A group; refuses `group-unknown`. */
export async function readGroup(desk: Desk, id: string): Promise<GroupState | Refusal> {
  const { state } = await desk.load(groupDecider, id);
  return state.id === null ? groupUnknown({ group: id }) : state;
}

/** The calendar day that it is now in the organisation's time zone. */
export function today(desk: Desk, edition: Edition): string {
  const now = new Date(desk.kernel.store.ports.clock()).toISOString();
  return dayAt(now, edition.general.timeZone);
}
