import { on } from '../../../acting/on.ts';
import { receipt } from '../../../acting/receipt.ts';
import { customOperation, service } from '../../../acting/service.ts';
import type { Session } from '../../../acting/session.ts';
import type { ReceivedCommand } from '../../../kernel/command.ts';
import { knowsCommand } from '../../../kernel/fold-cache.ts';
import type { Result } from '../../../kernel/refusal.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { readEdition } from '../../../rules/regulation/facts/reading.ts';
import { readGroup } from '../../group/facts/reading.ts';
import { readEnrollments } from '../facts/reading.ts';
import { enrollmentFold } from '../facts/state.ts';
import {
  annulStep,
  completeStudy,
  correctStep,
  dischargeLearner,
  enrollLearner,
  reinstateLearner,
  startStudy,
  suspendStudy,
  transferLearner,
} from './commands.ts';
import type { EnrollInput } from './context.ts';
import {
  readDischarge,
  readEnrolling,
  readEnrollmentContext,
  readPuttingRight,
  readReinstatement,
  readTransfer,
} from './context.ts';
import { decideAnnulStep } from './decide-annul.ts';
import { decideComplete } from './decide-completion.ts';
import { decideCorrectStep } from './decide-correct.ts';
import { decideDischarge } from './decide-discharge.ts';
import { decideEnroll, refuseIfAlreadyEnrolled } from './decide-enroll.ts';
import {
  decideReinstate,
  decideStartStudy,
  decideSuspend,
  decideTransfer,
} from './decide-movement.ts';
import type { EnrolledReceipt } from './receipt.ts';
import { enrolledReceipt } from './receipt.ts';
import { numberTaken } from './refusals.ts';

const onEnrollment = on({
  fold: enrollmentFold,
  key: ({ enrollment }: { readonly enrollment: string }) => [enrollment],
  answer: receipt,
});

/**
 * Enrollments of learners: enrolled, transferred, suspended, reinstated, completed, discharged. D4.
 *
 * @example
 * const { id } = must(await enrollmentService(session).enroll({ learner: 'l-1', group: 'm-1',
 *   from: '2026-09-01' }));
 * id; // => 'l-1.mentor.1'
 */
export const enrollmentService = service({
  /**
   * Enrolls a learner in a group, under the next number that the learner has in its programme.
   * The answer's `id` is what later commands call `enrollment`.
   * Refuses `already-enrolled`, `learner-unknown`, `group-unknown`, `group-closed`,
   * `programme-closed`, `study-before-enrollment`, `order-required`. D4, 273-FZ art. 53.
   */
  enroll: customOperation(enrollLearner, enrollFirstFree),

  /**
   * Records the day on which study begins, where enrolling left it open.
   * Refuses `study-begun`, `not-possible-now`, `steps-disagree`, `order-required`. D4.
   */
  startStudy: onEnrollment(startStudy, {
    context: readEnrollmentContext,
    decide: decideStartStudy,
  }),

  /**
   * Moves the learner to another group of the same programme, from a day on.
   * Refuses `same-group`, `other-programme`, `group-closed`, `already-enrolled`,
   * `not-possible-now`, `steps-disagree`, `entry-contradicted`, `order-required`. D4.
   */
  transfer: onEnrollment(transferLearner, { context: readTransfer, decide: decideTransfer }),

  /**
   * Suspends study (academic leave), for a reason that the regulation names. A leave for
   * another reason, or after the planned end, may follow without a return; each keeps its own days.
   * Refuses `not-in-regulation`, `period-reversed`, `not-possible-now`, `steps-disagree`,
   * `order-required`. D4.
   */
  suspend: onEnrollment(suspendStudy, { context: readEnrollmentContext, decide: decideSuspend }),

  /**
   * Takes the learner back after leave or discharge, by default into the group that they left.
   * Refuses `not-possible-now`, `other-programme`, `group-closed`, `already-enrolled`,
   * `steps-disagree`, `entry-contradicted`, `order-required`. D4, 273-FZ art. 62.
   */
  reinstate: onEnrollment(reinstateLearner, {
    context: readReinstatement,
    decide: decideReinstate,
  }),

  /**
   * Records that the learner has completed the programme.
   * Refuses `results-missing`, `results-outside`, `not-possible-now`, `steps-disagree`,
   * `entry-contradicted`, `order-required`. D4, 273-FZ art. 59.
   */
  complete: onEnrollment(completeStudy, { context: readEnrollmentContext, decide: decideComplete }),

  /**
   * Discharges the learner before completion, for a reason that the regulation names.
   * Refuses `not-in-regulation`, `discharge-not-for-programme`, `discharge-not-for-learner`,
   * `discharge-not-for-age`, `where-to-missing`, `results-outside`, `not-possible-now`,
   * `steps-disagree`, `entry-contradicted`, `order-required`. D4, RK 1.7, 273-FZ art. 61.
   */
  discharge: onEnrollment(dischargeLearner, { context: readDischarge, decide: decideDischarge }),

  /**
   * Annuls a step from the start, as if never made; annulling `Enrolled` annuls the enrollment,
   * which keeps its number and leaves all counts. To end study from a day is `discharge`. With
   * `withResults` and `withLater` the same order carries what rests on the step.
   * Refuses `entry-unknown`, `entry-annulled-already`, `entry-rested-on`, `already-enrolled`,
   * `reason-missing`, `order-required`, `office-not-entitled`, `not-appointed`,
   * `record-handed-over`, `ground-place-missing`. RK 1.8, 1.9.
   *
   * @example
   * await enrollmentService(session).annul({ enrollment: 'l-2.mentor.1', entry: enrolled.eventId,
   *   reason: 'зачислен однофамилец', signer: 'p-1', ground: order('9-од', '2026-09-20') });
   */
  annul: onEnrollment(annulStep, { context: readPuttingRight, decide: decideAnnulStep }),

  /**
   * Corrects a step: the wrong one is annulled, and one with the true day or value stands in its
   * place. Both stay readable.
   * Refuses `step-has-no-field`, `step-unchanged`, as the step itself does, and as `annul` does.
   * RK 1.8, 1.9.
   *
   * @example
   * await enrollmentService(session).correct({ enrollment: 'l-1.mentor.1', entry: moved.eventId,
   *   instead: { on: '2026-11-01' }, reason: 'описка в дате', signer: 'p-1',
   *   ground: order('10-од', '2026-12-20') });
   */
  correct: onEnrollment(correctStep, { context: readPuttingRight, decide: decideCorrectStep }),
});

/**
 * Carries out `enroll-learner`. It reads the learner's enrollments in the programme by their
 * numbers n = 1, 2, …: a stream that has seen the command gives its first result; an open
 * enrollment refuses; else the first free number is appended to. Where another command took that
 * number meanwhile, it reads again. Two processes thus never open two enrollments in one group:
 * both write to one stream.
 */
export async function enrollFirstFree(
  session: Session,
  command: ReceivedCommand<EnrollInput>,
): Promise<Result<EnrolledReceipt>> {
  const { learner, group, from } = command.input;
  const opened = await readGroup(session, group);
  if (isRefusal(opened)) return { ok: false, refusal: opened };
  const { programme } = opened;
  for (;;) {
    const seen = await findNumber(session, learner, programme, command);
    if (seen !== null) return enrollUnder(session, command, programme, seen);
    const others = await readEnrollments(session, learner, programme);
    const edition = await readEdition(session, from);
    if (isRefusal(edition)) return { ok: false, refusal: edition };
    const refused = refuseIfAlreadyEnrolled(others, group, from, edition.enrollment.onePer);
    if (refused !== null) {
      // Where the command was sent twice at once, it may have been enrolled since we looked.
      const own = await findNumber(session, learner, programme, command);
      if (own === null) return { ok: false, refusal: refused };
      return enrollUnder(session, command, programme, own);
    }
    const done = await enrollUnder(session, command, programme, others.length + 1);
    if (done.ok || done.refusal.code !== numberTaken.code) return done;
  }
}

/** The number of the enrollment that this command opened earlier; null: none. */
async function findNumber(
  session: Session,
  learner: string,
  programme: string,
  command: ReceivedCommand,
): Promise<number | null> {
  for (let number = 1; ; number += 1) {
    const key = [learner, programme, String(number)] as const;
    const { revision, commands } = await session.load(enrollmentFold, ...key);
    if (revision < 0) return null;
    if (knowsCommand({ commands }, command.id)) return number;
  }
}

function enrollUnder(
  session: Session,
  command: ReceivedCommand<EnrollInput>,
  programme: string,
  number: number,
): Promise<Result<EnrolledReceipt>> {
  const { input } = command;
  return session.handle(command, {
    fold: enrollmentFold,
    key: [input.learner, programme, String(number)],
    context: () => readEnrolling(session, input, number),
    decide: (state, context, own) => decideEnroll(state, input, context, own),
    answer: enrolledReceipt,
  });
}
