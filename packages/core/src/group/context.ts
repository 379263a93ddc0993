import type * as z from 'zod';
import { readDay, readToday } from '../acting/act-day.ts';
import type { Desk } from '../desk.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { readOfficial } from '../official/reading.ts';
import { readProgramme } from '../programme/reading.ts';
import type { AnnouncementContext, OpeningContext, PlanningContext } from './decide.ts';
import type { announceRequirements, openGroup } from './group.ts';
import { readGroup } from './reading.ts';

/* What decisions about groups read from other streams. */

/** Reads what opening a group needs; refuses `programme-unknown`. */
export async function readOpening(
  session: Desk,
  input: z.output<typeof openGroup.schema>,
): Promise<OpeningContext | Refusal> {
  const on = input.on ?? (await readToday(session));
  if (isRefusal(on)) return on;
  const programme = await readProgramme(session, input.programme);
  return isRefusal(programme) ? programme : { on, programme };
}

/** Reads what planning needs; refuses `group-unknown`. */
export async function readPlanning(
  session: Desk,
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
  session: Desk,
  { group, by, on }: z.output<typeof announceRequirements.schema>,
): Promise<AnnouncementContext | Refusal> {
  const planning = await readPlanning(session, { group, plannedOn: on });
  if (isRefusal(planning)) return planning;
  const today = await readToday(session);
  if (isRefusal(today)) return today;
  return { ...planning, today, official: await readOfficial(session, by) };
}
