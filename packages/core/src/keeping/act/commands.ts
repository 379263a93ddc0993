import * as z from 'zod';
import { command } from '../../kernel/command.ts';
import { enrollmentId } from '../../study/enrollment/facts/questions.ts';
import { yearPaper } from '../../study/enrollment/facts/year-questions.ts';
import { complaint } from '../../values/complaint.ts';
import { identifier } from '../../values/identifier.ts';
import { orderedDay } from '../../values/local-date.ts';
import { studyYear } from '../../values/study-year.ts';
import { shortText } from '../../values/text.ts';

/* An order about a whole group or a list of learners. D4, R1 §7.2. */

/** The largest number of targets of one act, because they are listed in one append. */
export const ACT_TARGETS_MAX = 2_000;

const learners = z.array(identifier).min(1).max(ACT_TARGETS_MAX);

const enrollments = z.array(enrollmentId).min(1).max(ACT_TARGETS_MAX);

const common = { id: identifier.optional(), on: orderedDay };

const ofGroup = { ...common, group: identifier.nullable().default(null) };

/**
 * Orders for a whole group or a list: `enroll` learners into a group, `transfer` enrollments to
 * another group, `complete` or `discharge` them, `decide-year` on their study year and take them to
 * the group of the next. The order itself is the command's ground. The command's id is the act's id
 * where `id` is left out. The process `actProcess` sends each target the command that it is owed.
 * D4, RK 1.6.
 */
export const orderGroup = command(
  'order-group',
  z.discriminatedUnion(
    'order',
    [
      z.strictObject({
        ...common,
        order: z.literal('enroll'),
        group: identifier,
        learners,
        /**
         * First day of study, by default the day of the order; null where it has not begun (R1
         * §3.2).
         */
        studyFrom: orderedDay.nullable().optional(),
      }),
      z.strictObject({ ...ofGroup, order: z.literal('transfer'), enrollments, to: identifier }),
      z.strictObject({
        ...ofGroup,
        order: z.literal('complete'),
        enrollments,
        honours: identifier.nullable().default(null),
      }),
      z.strictObject({
        ...ofGroup,
        order: z.literal('discharge'),
        enrollments,
        reason: identifier,
        /** The organisation that the learners move to, where the reason asks for it. */
        whereTo: shortText(300).nullable().default(null),
      }),
      z.strictObject({
        ...ofGroup,
        order: z.literal('decide-year'),
        enrollments,
        studyYear,
        /** One for all: a decision that names the debts of a learner is entered alone. */
        decision: identifier,
        /** The council's protocol. */
        protocol: yearPaper,
        /** The parents' application. */
        application: yearPaper,
        /** The group of the next study year, and the first day in it, by default `on`. */
        to: identifier.nullable().default(null),
        from: orderedDay.optional(),
      }),
    ],
    {
      error: (issue) =>
        issue.code === 'invalid_union'
          ? complaint(
              'приказ бывает enroll, transfer, complete, discharge или decide-year',
              'an order is enroll, transfer, complete, discharge or decide-year',
            )
          : undefined,
    },
  ),
);

/** The parsed input of `order-group`. */
export type OrderGroup = z.output<typeof orderGroup.schema>;

/*
 * What each target owes its act: the process `actProcess` sends these commands, and
 * `notes-service.ts` declares them.
 */

const about = { act: identifier, target: z.string(), on: orderedDay };

/** Notes that a target accepted its command. */
export const noteStepDone = command(
  'note-act-step-done',
  z.strictObject({ ...about, stream: z.string(), revision: z.int().min(0) }),
);

/** Notes that a target refused its command, which is then no longer owed. */
export const noteStepNotDone = command(
  'note-act-step-not-done',
  z.strictObject({
    ...about,
    refusal: z.strictObject({ code: z.string(), ru: z.string(), en: z.string() }),
  }),
);

/** The parsed input of `note-act-step-done`. */
export type NoteStepDone = z.output<typeof noteStepDone.schema>;

/** The parsed input of `note-act-step-not-done`. */
export type NoteStepNotDone = z.output<typeof noteStepNotDone.schema>;
