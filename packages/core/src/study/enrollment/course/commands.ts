import * as z from 'zod';
import { groundPlaceField } from '../../../acting/after-archive.ts';
import { correctingFields, putRightFields } from '../../../acting/putting-right.ts';
import { command, commandNamingGround } from '../../../kernel/command.ts';
import { identifier } from '../../../values/identifier.ts';
import { lastingDay, localDate, orderedDay } from '../../../values/local-date.ts';
import { studyYear } from '../../../values/study-year.ts';
import { enrollmentId, factId } from '../facts/questions.ts';
import { yearPaper } from '../facts/year-questions.ts';

/* Commands about how a learner studies: decisions on study years, forms of education and study. */

const decision = {
  /** By the regulation's id: `promoted`, `promoted-conditionally`, `repeats`, … */
  decision: identifier,
  /** Event ids of the failing results that the decision names. */
  debts: z.array(factId).max(100).default([]),
  /** Last day on which the named debts may be settled. */
  debtsUntil: lastingDay.nullable().default(null),
  /** The council's protocol. */
  protocol: yearPaper,
  /** The parents' application. */
  application: yearPaper,
} as const;

/**
 * Enters the decision on a learner's study year; the order is the command's ground. `on` is the day
 * of the decision. With `to` the learner also moves to that group from `from` on, by default `on`.
 * 273-FZ art. 58 parts 8 and 9, RK 1.6.
 */
export const decideYear = command(
  'decide-year',
  z.strictObject({
    enrollment: enrollmentId,
    studyYear,
    ...decision,
    to: identifier.nullable().default(null),
    from: orderedDay.optional(),
    on: localDate,
  }),
);

/**
 * Corrects a decision on a study year: the command gives the whole decision as it is to read.
 * `decidedOn` is its true day, by default the one entered; `on` is the day of the correction, by
 * default today. The group of the next year stays as it was. RK 1.6, 1.8.
 */
export const correctYearDecision = commandNamingGround(
  'correct-year-decision',
  z.strictObject({
    enrollment: enrollmentId,
    ...correctingFields,
    ...decision,
    decidedOn: localDate.optional(),
    ...groundPlaceField,
  }),
  ['reason'],
);

const formFields = {
  /** By the regulation's id: `family`, `part-time`, `home-study`, … */
  form: identifier,
  /** Last day; null: until another one is set, or it is ended. */
  until: lastingDay.nullable().default(null),
  /** The paper beside the order, such as a medical conclusion. */
  paper: yearPaper,
} as const;

const aspect = z.enum(['education', 'study', 'arrangement']);

/**
 * Sets a form of education, a form of study, or an arrangement (home study, extern, individual
 * plan) from `on` on. 273-FZ art. 17, 34, 41.
 */
export const setStudyForm = command(
  'set-study-form',
  z.strictObject({ enrollment: enrollmentId, aspect, ...formFields, on: orderedDay }),
);

/** Ends a form of education or study, or an arrangement; `on` is the first day without it. */
export const endStudyForm = command(
  'end-study-form',
  z.strictObject({ enrollment: enrollmentId, aspect, form: identifier, on: orderedDay }),
);

/**
 * Corrects the entry of a form or arrangement: the command gives the whole entry as it is to read.
 * `from` is its true first day, by default the one entered. RK 1.8.
 */
export const correctStudyForm = commandNamingGround(
  'correct-study-form',
  z.strictObject({
    enrollment: enrollmentId,
    ...correctingFields,
    ...formFields,
    from: orderedDay.optional(),
    ...groundPlaceField,
  }),
  ['reason'],
);

/**
 * Annuls a decision on a study year, or an entry about a form, from the start: as if it had never
 * been made. RK 1.8.
 */
export const annulStudyEntry = commandNamingGround(
  'annul-study-entry',
  z.strictObject({ enrollment: enrollmentId, ...putRightFields, ...groundPlaceField }),
  ['reason'],
);

/** A parsed `decide-year`. */
export type DecideYear = z.output<typeof decideYear.schema>;

/** A parsed `correct-year-decision`. */
export type CorrectYearDecision = z.output<typeof correctYearDecision.schema>;

/** A parsed `set-study-form`. */
export type SetStudyForm = z.output<typeof setStudyForm.schema>;

/** A parsed `end-study-form`. */
export type EndStudyForm = z.output<typeof endStudyForm.schema>;

/** A parsed `correct-study-form`. */
export type CorrectStudyForm = z.output<typeof correctStudyForm.schema>;

/** A parsed `annul-study-entry`. */
export type AnnulStudyEntry = z.output<typeof annulStudyEntry.schema>;
