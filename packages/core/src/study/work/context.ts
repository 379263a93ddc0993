import type { ActDay } from '../../acting/act-day.ts';
import { readActDay } from '../../acting/act-day.ts';
import type { Session } from '../../acting/session.ts';
import type { ReceivedCommand } from '../../kernel/command.ts';
import type { Ground } from '../../kernel/event.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { readOfficial } from '../../rules/official/facts/reading.ts';
import type { OfficialState } from '../../rules/official/facts/state.ts';
import { readEdition, readToday } from '../../rules/regulation/facts/reading.ts';
import type { Edition } from '../../rules/regulation/facts/state.ts';
import type { EnrollmentState } from '../enrollment/facts/state.ts';
import { enrollmentFold } from '../enrollment/facts/state.ts';
import { readGroup } from '../group/facts/reading.ts';
import type { ProgrammeState } from '../programme/facts/state.ts';
import { programmeFold } from '../programme/facts/state.ts';
import type { ApproveTopic, DefendWork } from './commands.ts';
import { workFold } from './facts/state.ts';
import type { EvaluatePractice } from './practice/commands.ts';
import type { FileReport } from './report/commands.ts';
import type { ReportContext } from './report/context.ts';

/* What decisions about works, practices and reports read from other streams. */

/** Context of `approve-topic`. */
export interface TopicContext extends ActDay {
  readonly study: EnrollmentState;
  /** Null: there is no such enrollment. */
  readonly programmeState: ProgrammeState | null;
  /** The supervisor. */
  readonly official: OfficialState;
  readonly ground: Ground | null;
}

/** Reads enrollment, programme, supervisor and ground of a topic. Refuses `dated-ahead`. */
export async function readTopic(
  session: Session,
  { on, enrollment, supervisor }: ApproveTopic,
  { sender }: Pick<ReceivedCommand, 'sender'>,
): Promise<TopicContext | Refusal> {
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  const study = await readEnrollment(session, enrollment);
  const read = study.id === null ? null : await session.load(programmeFold, study.programme);
  const official = await readOfficial(session, supervisor);
  const { ground } = sender;
  return { ...day, study, programmeState: read?.state ?? null, official, ground };
}

/** Context of `defend-work`: the enrollment, and the edition in force on the result's day. */
export interface DefenceContext {
  readonly study: EnrollmentState;
  readonly edition: Edition;
}

/** Reads the enrollment, and the edition of the day of the result (of today without a result). */
export async function readDefence(
  session: Session,
  { work, result }: DefendWork,
): Promise<DefenceContext | Refusal> {
  const { state } = await session.load(workFold, work);
  const study = await readEnrollment(session, state.enrollment || '-');
  const on = study.results.get(result)?.on ?? (await readToday(session));
  if (isRefusal(on)) return on;
  const edition = await readEdition(session, on);
  return isRefusal(edition) ? edition : { study, edition };
}

/** Reads the day and the enrollment of a practice. Refuses `dated-ahead`. */
export async function readPractice(
  session: Session,
  { on, enrollment }: EvaluatePractice,
): Promise<(ActDay & { readonly study: EnrollmentState }) | Refusal> {
  const day = await readActDay(session, on);
  return isRefusal(day) ? day : { ...day, study: await readEnrollment(session, enrollment) };
}

/** Reads day, group and teacher of a report. Refuses `dated-ahead` and `group-unknown`. */
export async function readReport(
  session: Session,
  { on, group: id, teacher }: FileReport,
): Promise<ReportContext | Refusal> {
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  const group = await readGroup(session, id);
  if (isRefusal(group)) return group;
  return { ...day, group, official: await readOfficial(session, teacher) };
}

async function readEnrollment(session: Session, enrollment: string): Promise<EnrollmentState> {
  const { state } = await session.load(enrollmentFold, enrollment);
  return state;
}
