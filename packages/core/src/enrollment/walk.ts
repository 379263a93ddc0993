import type { Receipt } from '../acting/receipt.ts';
import { receipt } from '../acting/receipt.ts';
import type { Desk } from '../desk.ts';
import { readGroup } from '../group/reading.ts';
import type { ReceivedCommand } from '../kernel/command.ts';
import { knowsCommand } from '../kernel/fold-cache.ts';
import type { Outcome } from '../kernel/handle.ts';
import type { Result } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { readEdition } from '../regulation/reading.ts';
import { decideEnroll, numberTaken, refuseIfPlaceHeld } from './enroll.ts';
import { enrollmentParts } from './id.ts';
import type { EnrollInput } from './life-context.ts';
import { readEnrolling } from './life-context.ts';
import { readEnrollments } from './reading.ts';
import type { EnrollmentEvent } from './state.ts';
import { enrollmentDecider } from './state.ts';

/** Where a new enrollment is recorded, and its name. */
export interface EnrolledReceipt extends Receipt {
  /** `<learner>.<programme>.<n>`: what every later command calls `enrollment`. */
  readonly id: string;
  readonly programme: string;
  readonly number: number;
}

/**
 * Walks n = 1, 2, …: a stream that knows the command gives its first result; one that holds the
 * place refuses; the first free name is appended to, and where somebody took it meanwhile the walk
 * begins again. So two processes never open two enrollments in one group: both write to one name.
 */
export async function enrollFirstFree(
  session: Desk,
  command: ReceivedCommand<EnrollInput>,
): Promise<Result<EnrolledReceipt>> {
  const { learner, group, from } = command.input;
  const opened = await readGroup(session, group);
  if (isRefusal(opened)) return { ok: false, refusal: opened };
  const { programme } = opened;
  for (;;) {
    const seen = await numberOf(session, learner, programme, command);
    if (seen !== null) return open(session, command, programme, seen);
    const others = await readEnrollments(session, learner, programme);
    const edition = await readEdition(session, from);
    if (isRefusal(edition)) return { ok: false, refusal: edition };
    const held = refuseIfPlaceHeld(others, group, from, edition.enrollment.onePer);
    if (held !== null) {
      // Sent twice at once, it may be this very command that took the place since we looked.
      const own = await numberOf(session, learner, programme, command);
      if (own === null) return { ok: false, refusal: held };
      return open(session, command, programme, own);
    }
    const done = await open(session, command, programme, others.length + 1);
    if (done.ok || done.refusal.code !== numberTaken.code) return done;
  }
}

/** The number of the enrollment that this command opened before; null: none. */
async function numberOf(
  session: Desk,
  learner: string,
  programme: string,
  command: ReceivedCommand,
): Promise<number | null> {
  for (let number = 1; ; number += 1) {
    const key = [learner, programme, String(number)] as const;
    const { revision, commands } = await session.load(enrollmentDecider, ...key);
    if (revision < 0) return null;
    if (knowsCommand({ commands }, command.id)) return number;
  }
}

function open(
  session: Desk,
  command: ReceivedCommand<EnrollInput>,
  programme: string,
  number: number,
): Promise<Result<EnrolledReceipt>> {
  const { input } = command;
  return session.handle(command, {
    fold: enrollmentDecider,
    key: [input.learner, programme, String(number)],
    context: () => readEnrolling(session, input, number),
    decide: (state, context) => decideEnroll(state, input, context, command),
    answer: enrolledReceipt,
  });
}

function enrolledReceipt(outcome: Outcome<EnrollmentEvent>): EnrolledReceipt {
  const [first] = outcome.events;
  const id = first?.type === 'Enrolled' ? first.data.enrollment : '';
  const { programme, number } = enrollmentParts(id);
  return { ...receipt(outcome), id, programme, number };
}
