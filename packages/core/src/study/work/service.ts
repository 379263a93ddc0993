import { readDayOf, readSignedAct } from '../../acting/context.ts';
import { on } from '../../acting/on.ts';
import type { Receipt } from '../../acting/receipt.ts';
import { receipt, streamId } from '../../acting/receipt.ts';
import { service } from '../../acting/service.ts';
import type { Outcome } from '../../kernel/command-handler.ts';
import { annulWorkEntry, approveTopic, defendWork, reviewWork, submitWork } from './commands.ts';
import { readDefence, readPractice, readReport, readTopic } from './context.ts';
import {
  decideAnnulWorkEntry,
  decideApproveTopic,
  decideDefendWork,
  decideReviewWork,
  decideSubmitWork,
} from './decide.ts';
import { workFold } from './facts/state.ts';
import { annulPractice, evaluatePractice } from './practice/commands.ts';
import { decideAnnulPractice, decideEvaluatePractice } from './practice/decide.ts';
import { practiceFold } from './practice/facts/state.ts';
import { annulReport, fileReport } from './report/commands.ts';
import { decideAnnulReport, decideFileReport } from './report/decide.ts';
import { reportFold } from './report/facts/state.ts';

/** Answer of a command about a work, practice or report: later commands name it by `id`. */
export interface WorkReceipt extends Receipt {
  readonly id: string;
}

const answer = (outcome: Outcome): WorkReceipt => ({ ...receipt(outcome), id: streamId(outcome) });

const onWork = on({
  fold: workFold,
  key: ({ work }: { readonly work: string }) => [work],
  answer,
});

const onPractice = on({
  fold: practiceFold,
  key: ({ practice }: { readonly practice: string }) => [practice],
  answer,
});

const onReport = on({
  fold: reportFold,
  key: ({ report }: { readonly report: string }) => [report],
  answer,
});

/**
 * Qualification works, practices and internships, teachers' reports. D10, R1 §3.5b, §4.2.
 *
 * @example
 * must(await workService(session).approveTopic({ id: 'w-1', enrollment: 'l-1.mentor.1',
 *   kind: 'qualification-work', topic: 'Охрана труда', supervisor: 'p-9', on: '2026-10-01' }));
 */
export const workService = service({
  /**
   * Approves the topic of a work with its supervisor, by order where the regulation asks for one.
   * The answer's `id` names the work.
   * Refuses `already-exists`, `enrollment-unknown`, `work-code-unknown`, `module-unknown`,
   * `order-required`, `not-appointed`. D10, R1 §3.5b.
   */
  approveTopic: onWork.begin(approveTopic, { context: readTopic, decide: decideApproveTopic }),

  /**
   * Records that a work was submitted, or a revised one submitted again, which needs a new review.
   * The answer's `id` names the work.
   * Refuses `work-unknown`, `work-defended-already`, `act-out-of-order`, `entry-contradicted`. D10.
   */
  submit: onWork(submitWork, { context: readDayOf, decide: decideSubmitWork }),

  /**
   * Records a review with reviewer, grade and recommendation; the supervisor's may decide on
   * admission to the defence. The answer's `id` names the work.
   * Refuses `work-not-submitted`, `work-code-unknown`, `review-grade-missing`,
   * `review-takes-no-grade`, `work-defended-already`. D10, R1 §4.2.5.
   */
  review: onWork(reviewWork, { context: readDayOf, decide: decideReviewWork }),

  /**
   * Records the defence of a work, by the event id of its result in the enrollment. The answer's
   * `id` names the work.
   * Refuses `work-defended-already`, `not-its-result`, `work-not-submitted`, `review-missing`,
   * `not-admitted`. D10, R1 §4.2.5.
   */
  defend: onWork(defendWork, { context: readDefence, decide: decideDefendWork }),

  /**
   * Annuls a step that was entered in error; enter it anew where it has another day or value. A
   * step on which others rest is annulled after them. The answer's `id` names the work.
   * Refuses `entry-unknown`, `entry-annulled-already`, `entry-rested-on`, `reason-missing`,
   * `not-appointed`, `office-not-entitled`. D10, RK 1.8.
   */
  annulEntry: onWork(annulWorkEntry, { context: readSignedAct, decide: decideAnnulWorkEntry }),

  /**
   * Records the evaluation of a practice or internship, with its result where there is one. The
   * answer's `id` names the practice.
   * Refuses `already-exists`, `enrollment-unknown`, `work-code-unknown`, `period-reversed`,
   * `not-its-result`. D10, R1 §3.5b, §5.1.2.
   */
  evaluatePractice: onPractice.begin(evaluatePractice, {
    context: readPractice,
    decide: decideEvaluatePractice,
  }),

  /**
   * Annuls the evaluation of a practice that was entered in error; enter it anew where it has
   * another day or value. The answer's `id` names the practice.
   * Refuses `entry-unknown`, `entry-annulled-already`, `reason-missing`, `not-appointed`,
   * `office-not-entitled`. D10, RK 1.8.
   */
  annulPractice: onPractice(annulPractice, {
    context: readSignedAct,
    decide: decideAnnulPractice,
  }),

  /**
   * Files a teacher's report about a group and a period. The answer's `id` names the report.
   * Refuses `already-exists`, `group-unknown`, `work-code-unknown`, `period-reversed`,
   * `not-appointed`. D10, R1 §4.2.2.
   */
  fileReport: onReport.begin(fileReport, { context: readReport, decide: decideFileReport }),

  /**
   * Annuls the filing of a report that was entered in error; file it anew where it has another day
   * or value. The answer's `id` names the report.
   * Refuses `entry-unknown`, `entry-annulled-already`, `reason-missing`, `not-appointed`,
   * `office-not-entitled`. D10, RK 1.8.
   */
  annulReport: onReport(annulReport, { context: readSignedAct, decide: decideAnnulReport }),
});
