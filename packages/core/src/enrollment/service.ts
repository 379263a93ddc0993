import { on } from '../acting/on.ts';
import { receipt } from '../acting/receipt.ts';
import { byHand, service } from '../acting/service.ts';
import { completeStudy, decideComplete, decideDischarge, dischargeLearner } from './completion.ts';
import { readOwn } from './context.ts';
import { enrollLearner } from './enroll.ts';
import { readReinstatement, readTransfer } from './life-context.ts';
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
import { enrollmentDecider } from './state.ts';
import { enrollFirstFree } from './walk.ts';

const onEnrollment = on({
  fold: enrollmentDecider,
  key: ({ enrollment }: { readonly enrollment: string }) => [enrollment],
  answer: receipt,
});

/**
 * The life of learners in programmes: enrolled, moved, suspended, completed, discharged. D4.
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
  enroll: byHand(enrollLearner, enrollFirstFree),

  /**
   * Records the day on which study begins, where it was left open when the learner was enrolled.
   * Refuses `study-begun`, `not-possible-now`, `out-of-order`, `order-required`. D4.
   */
  startStudy: onEnrollment(startStudy, { context: readOwn, decide: decideStartStudy }),

  /**
   * Moves the learner to another group of the same programme, from a day on.
   * Refuses `same-group`, `other-programme`, `group-closed`, `already-enrolled`,
   * `not-possible-now`, `out-of-order`, `order-required`. D4.
   */
  transfer: onEnrollment(transferLearner, { context: readTransfer, decide: decideTransfer }),

  /**
   * Suspends study (academic leave), for a reason that the regulation names.
   * Refuses `not-in-regulation`, `period-reversed`, `not-possible-now`, `out-of-order`,
   * `order-required`. D4.
   */
  suspend: onEnrollment(suspendStudy, { context: readOwn, decide: decideSuspend }),

  /**
   * Takes the learner back after leave or discharge, by default into the group that they left.
   * Refuses `not-possible-now`, `other-programme`, `group-closed`, `already-enrolled`,
   * `out-of-order`, `order-required`. D4, 273-FZ art. 62.
   */
  reinstate: onEnrollment(reinstateLearner, {
    context: readReinstatement,
    decide: decideReinstate,
  }),

  /**
   * Records that the learner has completed the programme.
   * Refuses `results-missing`, `results-outside`, `not-possible-now`, `out-of-order`,
   * `order-required`. D4, 273-FZ art. 59.
   */
  complete: onEnrollment(completeStudy, { context: readOwn, decide: decideComplete }),

  /**
   * Discharges the learner before completion, for a reason that the regulation names.
   * Refuses `not-in-regulation`, `results-outside`, `not-possible-now`, `out-of-order`,
   * `order-required`. D4, 273-FZ art. 61.
   */
  discharge: onEnrollment(dischargeLearner, { context: readOwn, decide: decideDischarge }),
});
