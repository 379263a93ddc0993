import { readActDay, readToday } from '../acting/act-day.ts';
import type { ActDay } from '../acting/act-day.ts';
import type { Desk } from '../desk.ts';
import type { EnrollmentState } from '../enrollment/state.ts';
import { enrollmentDecider } from '../enrollment/state.ts';
import { readGroup } from '../group/reading.ts';
import type { ReceivedCommand } from '../kernel/command.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { readOfficial } from '../official/reading.ts';
import { programmeDecider } from '../programme/state.ts';
import { readEdition } from '../regulation/reading.ts';
import type { ApproveTopic, DefendWork, EvaluatePractice, FileReport } from './commands.ts';
import type { ReportContext } from './report.ts';
import type { DefenceContext, TopicContext } from './work.ts';
import { workDecider } from './work.ts';

async function readStudy(session: Desk, enrollment: string): Promise<EnrollmentState> {
  const { state } = await session.load(enrollmentDecider, enrollment);
  return state;
}

/** Reads the enrollment that a topic is for, its programme, the supervisor, and the paper. */
export async function readTopic(
  session: Desk,
  { on, enrollment, supervisor }: ApproveTopic,
  { sender }: Pick<ReceivedCommand, 'sender'>,
): Promise<TopicContext | Refusal> {
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  const study = await readStudy(session, enrollment);
  const read = study.id === null ? null : await session.load(programmeDecider, study.programme);
  const official = await readOfficial(session, supervisor);
  const { ground } = sender;
  return { ...day, study, programmeState: read?.state ?? null, official, ground };
}

/** The rules are those of the day of the result; of today where there is no such result. */
export async function readDefence(
  session: Desk,
  { work, result }: DefendWork,
): Promise<DefenceContext | Refusal> {
  const { state } = await session.load(workDecider, work);
  const study = await readStudy(session, state.enrollment || '-');
  const on = study.results.get(result)?.on ?? (await readToday(session));
  if (isRefusal(on)) return on;
  const edition = await readEdition(session, on);
  return isRefusal(edition) ? edition : { study, edition };
}

/** Reads the enrollment that a practice is part of. */
export async function readPractice(
  session: Desk,
  { on, enrollment }: EvaluatePractice,
): Promise<(ActDay & { readonly study: EnrollmentState }) | Refusal> {
  const day = await readActDay(session, on);
  return isRefusal(day) ? day : { ...day, study: await readStudy(session, enrollment) };
}

/** Reads the group that a report is about, and its teacher; refuses `group-unknown`. */
export async function readReport(
  session: Desk,
  { on, group: id, teacher }: FileReport,
): Promise<ReportContext | Refusal> {
  const day = await readActDay(session, on);
  if (isRefusal(day)) return day;
  const group = await readGroup(session, id);
  if (isRefusal(group)) return group;
  return { ...day, group, official: await readOfficial(session, teacher) };
}
