import type * as z from 'zod';
import type { ActContext } from '../../acting/context.ts';
import { readActBy } from '../../acting/context.ts';
import type { Session } from '../../acting/session.ts';
import type { ReceivedCommand } from '../../kernel/command.ts';
import type { Ground } from '../../kernel/event.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { readOfficial } from '../../rules/official/facts/reading.ts';
import type { OfficialState } from '../../rules/official/facts/state.ts';
import type { DayAndEdition } from '../../rules/regulation/facts/reading.ts';
import { readDay, readEdition, readToday } from '../../rules/regulation/facts/reading.ts';
import type { Edition } from '../../rules/regulation/facts/state.ts';
import { studyYearOf } from '../../values/study-year.ts';
import type { ContinuationSeen } from '../journal/facts/reading.ts';
import { readContinuations } from '../journal/facts/reading.ts';
import { readProgramme } from '../programme/facts/reading.ts';
import type { ProgrammeState } from '../programme/facts/state.ts';
import type {
  annulGroupEntry,
  announceRequirements,
  correctGroupEntry,
  mergeGroup,
  openGroup,
} from './commands.ts';
import { readGroup } from './facts/reading.ts';
import type { GroupState } from './facts/state.ts';
import { groupFold } from './facts/state.ts';

/* What decisions about groups read from other streams. */

/** Reads the day and the programme of a group to open. Refuses `programme-unknown`. */
export async function readOpening(
  session: Session,
  input: z.output<typeof openGroup.schema>,
): Promise<OpeningContext | Refusal> {
  const on = input.on ?? (await readToday(session));
  if (isRefusal(on)) return on;
  const programme = await readProgramme(session, input.programme);
  return isRefusal(programme) ? programme : { on, programme };
}

/** Reads the day, its edition and the programme of a group. Refuses `group-unknown`. */
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

/** Reads as planning does, and the official who announces. Refuses `group-unknown`. */
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

/** Context of opening a group. */
export interface OpeningContext {
  /** The day on which the group is opened. */
  readonly on: string;
  readonly programme: ProgrammeState;
}

/** Context of planning: the day of planning, the edition in force on it, and the programme. */
export interface PlanningContext extends DayAndEdition {
  readonly programme: ProgrammeState;
}

/** Context of an announcement: that of planning, the official who announces, and today. */
export interface AnnouncementContext extends PlanningContext {
  readonly official: OfficialState;
  readonly today: string;
}

/** Context of a correction of an entry: that of the act, and of the entry as it is to read. */
export interface GroupCorrectionContext extends ActContext {
  /** Context of the ordinary command on the true day. */
  readonly entry: AnnouncementContext;
}

/** Reads the act, its signer, and what the ordinary command would read. Refuses `group-unknown`. */
export async function readGroupCorrection(
  session: Session,
  { group, entry, signer, on, to }: z.output<typeof correctGroupEntry.schema>,
): Promise<GroupCorrectionContext | Refusal> {
  const act = await readActBy(session, signer, on);
  if (isRefusal(act)) return act;
  const found = await readGroup(session, group);
  if (isRefusal(found)) return found;
  const given = to.as === 'planned' ? to.plannedOn : to.on;
  const day = given ?? found.entries.get(entry)?.event.occurredOn;
  const planning = await readPlanning(session, { group, plannedOn: day });
  if (isRefusal(planning)) return planning;
  const official = await readOfficial(session, to.as === 'announcement' ? to.by : signer);
  return { ...act, entry: { ...planning, official, today: act.today } };
}

/** Context of annulling an entry: that of the act, and what rests on a merger elsewhere. */
export interface GroupAnnulmentContext extends ActContext {
  /** The journals that were continued on the merger that is annulled. */
  readonly continuations: readonly ContinuationSeen[];
}

/** Reads the act, its signer, and where journals of a merged group go on. */
export async function readGroupAnnulment(
  session: Session,
  { group, entry, signer, on }: z.output<typeof annulGroupEntry.schema>,
): Promise<GroupAnnulmentContext | Refusal> {
  const act = await readActBy(session, signer, on);
  if (isRefusal(act)) return act;
  const { state } = await session.load(groupFold, group);
  const merger = state.entries.get(entry)?.event;
  if (merger?.type !== 'GroupMerged' || state.programme === null)
    return { ...act, continuations: [] };
  const programme = await readProgramme(session, state.programme);
  if (isRefusal(programme)) return programme;
  const years = studyYearsOf(merger.occurredOn, act.today);
  const modules = Object.keys(programme.modules);
  return { ...act, continuations: await readContinuations(session, group, modules, years) };
}

/** The study years of the journals that can be continued from one day to another. */
function studyYearsOf(from: string, to: string): readonly string[] {
  const [first, last] = [studyYearOf(from), studyYearOf(to < from ? from : to)].map(Number);
  const years: string[] = [];
  for (let year = first ?? 0; year <= (last ?? 0); year += 1) years.push(String(year));
  return years;
}

/** Context of a merger: the edition of its day, both groups' programme, the paper. */
export interface MergerContext {
  readonly edition: Edition;
  /** The group that takes the other one in. */
  readonly into: GroupState;
  readonly ground: Ground | null;
}

/** Reads the group that takes the other one in. Refuses `group-unknown`. */
export async function readMerger(
  session: Session,
  { into, on }: z.output<typeof mergeGroup.schema>,
  { sender }: Pick<ReceivedCommand, 'sender'>,
): Promise<MergerContext | Refusal> {
  const edition = await readEdition(session, on);
  if (isRefusal(edition)) return edition;
  const found = await readGroup(session, into);
  return isRefusal(found) ? found : { edition, into: found, ground: sender.ground };
}
