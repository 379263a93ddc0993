import { keyedBy } from '../../../acting/keyed-by.ts';
import { on } from '../../../acting/on.ts';
import { service } from '../../../acting/service.ts';
import { readPuttingRight } from '../correction/context.ts';
import { enrollmentFold } from '../facts/state.ts';
import { readEnrollmentContext } from '../life/context.ts';
import {
  annulStudyEntry,
  correctStudyForm,
  correctYearDecision,
  decideYear,
  endStudyForm,
  setStudyForm,
} from './commands.ts';
import { readStudyPutRight, readYear } from './context.ts';
import { decideEndStudyForm, decideSetStudyForm } from './decide-form.ts';
import {
  decideAnnulStudyEntry,
  decideCorrectStudyForm,
  decideCorrectYear,
} from './decide-put-right.ts';
import { decideStudyYear } from './decide-year.ts';

const onCourse = on({ fold: enrollmentFold, ...keyedBy('enrollment') });

/**
 * How learners study: decisions on study years, forms of education and of study. RK 1.6, 273-FZ
 * art. 17, 34, 58.
 *
 * @example
 * must(await school.enrollments.decideYear({ enrollment: 'l-1.secondary.1', studyYear: '2026',
 *   decision: 'promoted', protocol: { number: '9', date: '2027-05-25' }, to: '11a',
 *   from: '2027-09-01', on: '2027-05-25', ground: order('40-уч', '2027-05-26') }));
 */
export const courseService = service({
  /**
   * Enters the decision on a learner's study year: promoted, conditionally, repeats, … With `to`
   * the learner moves to that group in the same act. Who did not settle the debts of a conditional
   * promotion in their term is decided on a second time, and may be left to repeat that year.
   * Refuses `year-decision-unknown`, `year-decided-already`, `year-debts-in-term`,
   * `year-subjects-failing`, `year-debts-expired`, `year-debts-unnamed`, `year-debt-not-failing`,
   * `year-debt-term-missing`, `year-paper-missing`, `year-not-begun`, `year-not-studied`,
   * `year-group-unfit`, `order-required`. RK 1.6, 273-FZ art. 58 parts 8 and 9.
   */
  decideYear: onCourse(decideYear, { context: readYear, decide: decideStudyYear }),

  /**
   * Corrects a decision on a study year; the earlier one stays readable.
   * Refuses `entry-unknown`, `entry-annulled-already`, `entry-of-another-kind`, `entry-rested-on`,
   * `reason-missing`, `order-required`, `not-appointed`, `ground-place-missing`. RK 1.6, 1.8, 1.9.
   */
  correctYearDecision: onCourse(correctYearDecision, {
    context: readStudyPutRight,
    decide: decideCorrectYear,
  }),

  /**
   * Sets a form of education or of study, or an arrangement such as home study.
   * Refuses `study-form-unknown`, `study-form-held`, `study-form-not-for-programme`,
   * `study-form-paper-missing`, `period-reversed`, `not-possible-now`, `order-required`. 273-FZ
   * art. 17, 34, 41.
   */
  setStudyForm: onCourse(setStudyForm, {
    context: readEnrollmentContext,
    decide: decideSetStudyForm,
  }),

  /**
   * Ends a form of education or of study, or an arrangement, from a day on.
   * Refuses `study-form-unknown`, `study-form-not-held`, `not-possible-now`, `order-required`.
   * 273-FZ art. 17.
   */
  endStudyForm: onCourse(endStudyForm, {
    context: readEnrollmentContext,
    decide: decideEndStudyForm,
  }),

  /**
   * Corrects the entry of a form or arrangement, its days too; the earlier one stays readable.
   * Refuses `entry-unknown`, `entry-annulled-already`, `entry-of-another-kind`, `entry-rested-on`,
   * `reason-missing`, `order-required`, `not-appointed`, `ground-place-missing`. RK 1.8, 1.9.
   */
  correctStudyForm: onCourse(correctStudyForm, {
    context: readPuttingRight,
    decide: decideCorrectStudyForm,
  }),

  /**
   * Annuls a decision on a study year, or an entry about a form, from the start.
   * Refuses `entry-unknown`, `entry-annulled-already`, `entry-rested-on`, `reason-missing`,
   * `order-required`, `not-appointed`, `ground-place-missing`. RK 1.8, 1.9.
   */
  annulStudyEntry: onCourse(annulStudyEntry, {
    context: readStudyPutRight,
    decide: decideAnnulStudyEntry,
  }),
});
