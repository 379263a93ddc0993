/*
 * How a learner studies within an enrollment: decisions on study years (RK 1.6, 273-FZ art. 58
 * parts 8 and 9) and forms of education and of study (art. 17, 34, 41).
 *
 * Stream: `<org>.enrollment-<learner>.<programme>.<n>`.
 * Events: YearDecided, StudyFormSet, StudyFormEnded, StudyEntryAnnulled.
 * Commands: decide a year, set and end a form: any sender, by order where `enrollment.orderFor` or
 * the form's `orderRequired` says so. Correct and annul: signed in one of
 * `correction.entryOffices`.
 * Rules: decide-year.ts, decide-form.ts, decide-put-right.ts. That a transfer between study years
 * needs a decision: ../life/decide-promotion.ts. What fails: ../facts/failing-questions.ts.
 * Read: ../facts/study-events.ts, ../facts/study-state.ts, ../facts/study-questions.ts,
 * commands.ts, the decisions, service.ts.
 */
export { courseService } from './service.ts';
