import type * as z from 'zod';
import type { Desk, Receipt, Sent } from '../desk.ts';
import { receipt } from '../desk.ts';
import { readGroup } from '../group/reading.ts';
import type { ReceivedCommand } from '../kernel/command.ts';
import { receive } from '../kernel/command.ts';
import { knowsCommand } from '../kernel/fold-cache.ts';
import type { Outcome } from '../kernel/handle.ts';
import type { Refusal, Result } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { learnerDecider } from '../learner/state.ts';
import { readProgramme } from '../programme/reading.ts';
import { readEdition } from '../regulation/reading.ts';
import { completeStudy, decideComplete, decideDischarge, dischargeLearner } from './completion.ts';
import { readContext } from './context.ts';
import type { EnrollContext } from './enroll.ts';
import { decideEnroll, enrollLearner, numberTaken, placeHeld } from './enroll.ts';
import { enrollmentParts } from './id.ts';
import {
  decideReinstate,
  decideStartStudy,
  decideSuspend,
  decideTransfer,
  reinstateLearner,
  startStudy,
  suspendStudy,
  transferLearner,
} from './movement.ts';
import { placeOn } from './place.ts';
import { readEnrollments } from './reading.ts';
import type { EnrollmentEvent, EnrollmentState } from './state.ts';
import { enrollmentDecider } from './state.ts';

export type { AssessmentRoom } from './assessment-room.ts';
export { assessmentRoom } from './assessment-room.ts';

type Raw<T extends { readonly schema: z.ZodType }> = Sent<z.input<T['schema']>>;

/** Where a new enrollment stands, and its name. */
export interface EnrolledReceipt extends Receipt {
  /** `<learner>.<programme>.<n>`: what every later command calls `enrollment`. */
  readonly id: string;
  readonly programme: string;
  readonly number: number;
}

/** The life of learners in programmes: enrolled, moved, suspended, completed, discharged. D4. */
export interface EnrollmentRoom {
  enroll(raw: Raw<typeof enrollLearner>): Promise<Result<EnrolledReceipt>>;
  startStudy(raw: Raw<typeof startStudy>): Promise<Result<Receipt>>;
  transfer(raw: Raw<typeof transferLearner>): Promise<Result<Receipt>>;
  suspend(raw: Raw<typeof suspendStudy>): Promise<Result<Receipt>>;
  reinstate(raw: Raw<typeof reinstateLearner>): Promise<Result<Receipt>>;
  complete(raw: Raw<typeof completeStudy>): Promise<Result<Receipt>>;
  discharge(raw: Raw<typeof dischargeLearner>): Promise<Result<Receipt>>;
}

/**
 * The room of enrollments.
 * @example
 * const e = must(await enrollmentRoom(desk).enroll({ learner: 'l-1', group: 'm-1',
 *   from: '2026-09-01' }));
 * e.id; // => 'l-1.mentor.1'
 */
export function enrollmentRoom(desk: Desk): EnrollmentRoom {
  const shared = {
    decider: enrollmentDecider,
    stream: (input: { readonly enrollment: string }) => desk.stream('enrollment', input.enrollment),
    answer: (outcome: Outcome) => receipt(outcome),
    context: ({ enrollment }: { readonly enrollment: string }) => readContext(desk, { enrollment }),
  };
  return {
    enroll: (raw) => enroll(desk, raw),
    startStudy: (raw) => desk.run(startStudy, raw, { ...shared, decide: decideStartStudy }),
    transfer: (raw) =>
      desk.run(transferLearner, raw, {
        ...shared,
        context: ({ enrollment, to }) =>
          readContext(desk, { enrollment, group: to, siblings: true }),
        decide: decideTransfer,
      }),
    suspend: (raw) => desk.run(suspendStudy, raw, { ...shared, decide: decideSuspend }),
    reinstate: (raw) =>
      desk.run(reinstateLearner, raw, {
        ...shared,
        context: async ({ enrollment, group, on }) => {
          const { state } = await desk.load(enrollmentDecider, enrollment);
          const into = group ?? placeOn(state, on).group;
          return readContext(desk, { enrollment, group: into, siblings: true });
        },
        decide: decideReinstate,
      }),
    complete: (raw) => desk.run(completeStudy, raw, { ...shared, decide: decideComplete }),
    discharge: (raw) => desk.run(dischargeLearner, raw, { ...shared, decide: decideDischarge }),
  };
}

type EnrollInput = z.output<typeof enrollLearner.schema>;

/**
 * The walk: n = 1, 2, … A stream that knows the command gives its first result; one that holds the
 * place refuses; the first free name is appended to, and where somebody took it meanwhile the walk
 * begins again. So two processes never open two enrollments in one group: both write to one name.
 */
async function enroll(
  desk: Desk,
  raw: Raw<typeof enrollLearner>,
): Promise<Result<EnrolledReceipt>> {
  const received = receive(enrollLearner, raw, desk.sender, desk.kernel.store.ports);
  if (!received.ok) return received;
  const command = received.value;
  const { learner, group, from } = command.input;
  const opened = await readGroup(desk, group);
  if (isRefusal(opened)) return { ok: false, refusal: opened };
  const { programme } = opened;
  for (;;) {
    const seen = await numberOf(desk, learner, programme, command);
    if (seen !== null) return open(desk, command, programme, seen);
    const others = await readEnrollments(desk, learner, programme);
    const edition = await readEdition(desk, from);
    if (isRefusal(edition)) return { ok: false, refusal: edition };
    const held = placeHeld(others, group, from, edition.enrollment.onePer);
    if (held !== null) {
      // Sent twice at once, it may be this very command that took the place since we looked.
      const own = await numberOf(desk, learner, programme, command);
      if (own === null) return { ok: false, refusal: held };
      return open(desk, command, programme, own);
    }
    const done = await open(desk, command, programme, others.length + 1);
    if (done.ok || done.refusal.code !== numberTaken.code) return done;
  }
}

/** The number of the enrollment that this command opened before; null: none. */
async function numberOf(
  desk: Desk,
  learner: string,
  programme: string,
  command: ReceivedCommand,
): Promise<number | null> {
  for (let number = 1; ; number += 1) {
    const key = [learner, programme, String(number)] as const;
    const { revision, commands } = await desk.load(enrollmentDecider, ...key);
    if (revision < 0) return null;
    if (knowsCommand({ commands }, command.id)) return number;
  }
}

function open(
  desk: Desk,
  command: ReceivedCommand<EnrollInput>,
  programme: string,
  number: number,
): Promise<Result<EnrolledReceipt>> {
  const { learner } = command.input;
  const plan = {
    decider: enrollmentDecider,
    stream: () => desk.stream('enrollment', learner, programme, String(number)),
    context: (input: EnrollInput) => readEnrolling(desk, input, number),
    decide: decideEnroll,
    answer: (outcome: Outcome<EnrollmentEvent>) => enrolledReceipt(outcome),
  };
  return desk.runReceived<
    EnrollInput,
    EnrollmentState,
    EnrollmentEvent,
    EnrollContext,
    EnrolledReceipt
  >(command, plan);
}

async function readEnrolling(
  desk: Desk,
  { learner, group, from }: EnrollInput,
  number: number,
): Promise<EnrollContext | Refusal> {
  const edition = await readEdition(desk, from);
  if (isRefusal(edition)) return edition;
  const opened = await readGroup(desk, group);
  if (isRefusal(opened)) return opened;
  const programme = await readProgramme(desk, opened.programme);
  if (isRefusal(programme)) return programme;
  const { state } = await desk.load(learnerDecider, learner);
  return { edition, group: opened, programme, learner: state, number };
}

function enrolledReceipt(outcome: Outcome<EnrollmentEvent>): EnrolledReceipt {
  const [first] = outcome.events;
  const id = first?.type === 'Enrolled' ? first.data.enrollment : '';
  const { programme, number } = enrollmentParts(id);
  return { ...receipt(outcome), id, programme, number };
}
