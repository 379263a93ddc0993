import type * as z from 'zod';
import { readActDay, readToday } from '../acting/act-day.ts';
import type { Desk, Receipt, Sent } from '../desk.ts';
import { receipt } from '../desk.ts';
import type { EnrollmentState } from '../enrollment/state.ts';
import { enrollmentDecider } from '../enrollment/state.ts';
import { readGroup } from '../group/reading.ts';
import { streamKey } from '../kernel/event.ts';
import type { Outcome } from '../kernel/handle.ts';
import type { Refusal, Result } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { readOfficial } from '../official/reading.ts';
import { programmeDecider } from '../programme/state.ts';
import { readEdition } from '../regulation/reading.ts';
import type { ApproveTopic, DefendWork, FileReport } from './commands.ts';
import {
  approveTopic,
  defendWork,
  evaluatePractice,
  fileReport,
  reviewWork,
  submitWork,
} from './commands.ts';
import { decideEvaluatePractice, practiceDecider } from './practice.ts';
import type { ReportContext } from './report.ts';
import { decideFileReport, reportDecider } from './report.ts';
import type { DefenceContext, TopicContext } from './work.ts';
import {
  decideApproveTopic,
  decideDefendWork,
  decideReviewWork,
  decideSubmitWork,
  workDecider,
} from './work.ts';

type Raw<T extends { readonly schema: z.ZodType }> = Sent<z.input<T['schema']>>;

/** What an act about a work, practice or report answers: `id` names it from now on. */
export interface WorkReceipt extends Receipt {
  readonly id: string;
}

type Answer = Promise<Result<WorkReceipt>>;

/** Qualification works, practices and internships, teachers' reports. D10, R1 §3.5b, §4.2. */
export interface WorkRoom {
  approveTopic(raw: Raw<typeof approveTopic>): Answer;
  submit(raw: Raw<typeof submitWork>): Answer;
  review(raw: Raw<typeof reviewWork>): Answer;
  defend(raw: Raw<typeof defendWork>): Answer;
  evaluatePractice(raw: Raw<typeof evaluatePractice>): Answer;
  fileReport(raw: Raw<typeof fileReport>): Answer;
}

/**
 * The works of learners, for one sender.
 * @example
 * must(await workRoom(desk).approveTopic({ id: 'w-1', enrollment: 'l-1.mentor.1',
 *   kind: 'qualification-work', topic: 'Охрана труда', supervisor: 'p-9', on: '2026-10-01' }));
 */
export function workRoom(desk: Desk): WorkRoom {
  const work = {
    decider: workDecider,
    stream: (input: { readonly work: string }) => desk.stream('work', input.work),
    context: ({ on }: { readonly on: string }) => readActDay(desk, on),
    answer,
  };
  return {
    approveTopic: (raw) =>
      desk.run(approveTopic, raw, {
        decider: workDecider,
        stream: (input, { id }) => desk.stream('work', input.id ?? id),
        context: (input, { sender }) => readTopic(desk, input, sender.ground),
        decide: (state, input, context, { id }) =>
          decideApproveTopic(state, { ...input, work: input.id ?? id }, context),
        answer,
      }),
    submit: (raw) => desk.run(submitWork, raw, { ...work, decide: decideSubmitWork }),
    review: (raw) => desk.run(reviewWork, raw, { ...work, decide: decideReviewWork }),
    defend: (raw) =>
      desk.run(defendWork, raw, {
        decider: workDecider,
        stream: (input) => desk.stream('work', input.work),
        context: (input) => readDefence(desk, input),
        decide: decideDefendWork,
        answer,
      }),
    evaluatePractice: (raw) =>
      desk.run(evaluatePractice, raw, {
        decider: practiceDecider,
        stream: (input, { id }) => desk.stream('practice', input.id ?? id),
        context: async ({ on, enrollment }) => {
          const day = await readActDay(desk, on);
          return isRefusal(day) ? day : { ...day, study: await readStudy(desk, enrollment) };
        },
        decide: (state, input, context, { id }) =>
          decideEvaluatePractice(state, { ...input, practice: input.id ?? id }, context),
        answer,
      }),
    fileReport: (raw) =>
      desk.run(fileReport, raw, {
        decider: reportDecider,
        stream: (input, { id }) => desk.stream('report', input.id ?? id),
        context: (input) => readReport(desk, input),
        decide: (state, input, context, { id }) =>
          decideFileReport(state, { ...input, report: input.id ?? id }, context),
        answer,
      }),
  };
}

async function readStudy(desk: Desk, enrollment: string): Promise<EnrollmentState> {
  const { state } = await desk.load(enrollmentDecider, enrollment);
  return state;
}

async function readTopic(
  desk: Desk,
  { on, enrollment, supervisor }: ApproveTopic,
  ground: TopicContext['ground'],
): Promise<TopicContext | Refusal> {
  const day = await readActDay(desk, on);
  if (isRefusal(day)) return day;
  const study = await readStudy(desk, enrollment);
  const read = study.id === null ? null : await desk.load(programmeDecider, study.programme);
  const official = await readOfficial(desk, supervisor);
  return { ...day, study, programmeState: read?.state ?? null, official, ground };
}

/** The rules are those of the day of the result; of today where there is no such result. */
async function readDefence(
  desk: Desk,
  { work, result }: DefendWork,
): Promise<DefenceContext | Refusal> {
  const { state } = await desk.load(workDecider, work);
  const study = await readStudy(desk, state.enrollment || '-');
  const on = study.results.get(result)?.on ?? (await readToday(desk));
  if (isRefusal(on)) return on;
  const edition = await readEdition(desk, on);
  return isRefusal(edition) ? edition : { study, edition };
}

async function readReport(
  desk: Desk,
  { on, group: id, teacher }: FileReport,
): Promise<ReportContext | Refusal> {
  const day = await readActDay(desk, on);
  if (isRefusal(day)) return day;
  const group = await readGroup(desk, id);
  if (isRefusal(group)) return group;
  return { ...day, group, official: await readOfficial(desk, teacher) };
}

function answer(outcome: Outcome): WorkReceipt {
  return {
    ...receipt(outcome),
    id: streamKey(outcome.stream)[0] ?? '',
  };
}
