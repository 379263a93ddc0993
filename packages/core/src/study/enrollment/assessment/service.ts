import type * as z from 'zod';
import { keyedBy } from '../../../acting/keyed-by.ts';
import { on } from '../../../acting/on.ts';
import { standingOn } from '../../../acting/own-paper.ts';
import { service } from '../../../acting/service.ts';
import type { DraftEvent, Ground } from '../../../kernel/event.ts';
import type { basisShape } from '../facts/assessment-events.ts';
import { enrollmentFold } from '../facts/state.ts';
import { keepingCompletion } from '../life/decide-kept.ts';
import { creditResult, recordAssessment } from './commands.ts';
import { readCrediting, readRecording } from './context.ts';
import { decideRecordAssessment } from './decide-assessment.ts';
import { decideCredit } from './decide-credit.ts';

/**
 * Declares operations on the results of an enrollment, for this service and that of corrections.
 */
export const onResults = on({ fold: enrollmentFold, ...keyedBy('enrollment') });

/** The numbered protocol that is the basis of a new result, on which the result then stands. */
function protocolOf(drafts: readonly DraftEvent[]): Ground | null {
  const recorded = drafts.find(({ type }) => type === 'AssessmentRecorded');
  const { basis } = (recorded?.data ?? { basis: null }) as {
    readonly basis: z.infer<typeof basisShape> | null;
  };
  if (basis?.kind !== 'protocol' || basis.number === null || basis.date === null) return null;
  return { kind: 'protocol', number: basis.number, date: basis.date };
}

/**
 * Results of learners: recorded and credited. The answer's `eventId` names the result in later
 * commands, such as a correction. D6, D11.
 *
 * @example
 * const mark = must(await assessmentService(session).record({ enrollment: 'l-1.mentor.1',
 *   module: 'safety', value: '3', on: '2026-10-05', assessor: 'p-9' }));
 */
export const assessmentService = service({
  /**
   * Records a result: a mark, or why there is none. The answer's `eventId` names it.
   * Refuses `already-assessed`, `not-on-scale`, `module-unknown`, `not-appointed`,
   * `outside-study`, `dated-ahead`, `retake-not-waiting`, `protocol-needed`, `debts-open`,
   * `final-not-last`, `completion-undone`. D6, R2 §2.2.
   */
  record: onResults(recordAssessment, {
    context: readRecording,
    decide: standingOn(keepingCompletion(decideRecordAssessment), (_, _input, drafts) =>
      protocolOf(drafts),
    ),
  }),

  /**
   * Credits an earlier result, on the decision that granted it where one is required.
   * Refuses `credit-decision-missing`, `credit-not-granted`, `credited-already`,
   * `achieved-later`, `not-appointed`, `already-assessed`, `not-on-scale`,
   * `completion-undone`. D11, 273-FZ art. 34.
   */
  credit: onResults(creditResult, {
    context: readCrediting,
    decide: keepingCompletion(decideCredit),
  }),
});
