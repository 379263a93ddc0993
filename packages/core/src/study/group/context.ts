import type * as z from 'zod';
import type { Session } from '../../acting/session.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { readOfficial } from '../../rules/official/facts/reading.ts';
import type { OfficialState } from '../../rules/official/facts/state.ts';
import type { DayAndEdition } from '../../rules/regulation/facts/reading.ts';
import { readDay, readToday } from '../../rules/regulation/facts/reading.ts';
import { readProgramme } from '../programme/facts/reading.ts';
import type { ProgrammeState } from '../programme/facts/state.ts';
import type { announceRequirements, openGroup } from './commands.ts';
import { readGroup } from './facts/reading.ts';

/* What decisions about groups read from other streams. */

/** Reads what opening a group needs; refuses `programme-unknown`. */
export async function readOpening(
  session: Session,
  input: z.output<typeof openGroup.schema>,
): Promise<OpeningContext | Refusal> {
  const on = input.on ?? (await readToday(session));
  if (isRefusal(on)) return on;
  const programme = await readProgramme(session, input.programme);
  return isRefusal(programme) ? programme : { on, programme };
}

/** Reads what planning needs; refuses `group-unknown`. */
export async function readPlanning(
  session: Session,
  { group, plannedOn }: { readonly group: string; readonly plannedOn?: string | undefined },
): Promise<PlanningContext | Refusal> {
  const day = await readDay(session, plannedOn);
  if (isRefusal(day)) return day;
  const found = await readGroup(session, group);
  if (isRefusal(found)) return found;
  const programme = await readProgramme(session, found.programme);
  return isRefusal(programme) ? programme : { ...day, programme };
}

/** Reads what an announcement needs; refuses `group-unknown`. */
export async function readAnnouncement(
  session: Session,
  { group, by, on }: z.output<typeof announceRequirements.schema>,
): Promise<AnnouncementContext | Refusal> {
  const planning = await readPlanning(session, { group, plannedOn: on });
  if (isRefusal(planning)) return planning;
  const today = await readToday(session);
  if (isRefusal(today)) return today;
  return { ...planning, today, official: await readOfficial(session, by) };
}

/** What a group's opening rests on: its programme, and the day. */
export interface OpeningContext {
  readonly on: string;
  readonly programme: ProgrammeState;
}

/** What planning rests on: the programme, the day of planning, and the edition in force on it. */
export interface PlanningContext extends DayAndEdition {
  readonly programme: ProgrammeState;
}

/** What an announcement rests on: who announces, in which programme, on which day, and today. */
export interface AnnouncementContext extends PlanningContext {
  readonly official: OfficialState;
  readonly today: string;
}
