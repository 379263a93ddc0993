import * as z from 'zod';
import { groundPlaceField } from '../../../acting/after-archive.ts';
import { putRightFields } from '../../../acting/putting-right.ts';
import { command, commandNamingGround, groundGiven } from '../../../kernel/command.ts';
import { complaint } from '../../../values/complaint.ts';
import { identifier } from '../../../values/identifier.ts';
import { lastingDay, orderedDay } from '../../../values/local-date.ts';
import { shortText } from '../../../values/text.ts';
import { enrollmentId } from '../facts/questions.ts';

/* Commands of an enrollment's life: from enrolling to completion or discharge. D4. */

/**
 * Enrolls a learner in a group, and so in the group's programme, from a day on. Study begins on
 * `studyFrom`, by default the same day; null: `start-study` gives the day later. R1 §3.2.
 */
export const enrollLearner = command(
  'enroll-learner',
  z.strictObject({
    learner: identifier,
    group: identifier,
    from: orderedDay,
    studyFrom: orderedDay.nullable().optional(),
    /** Who sent the learner: `employment-service`, `employer`, … */
    sentBy: identifier.nullable().default(null),
  }),
);

/** Records the first day of study, where `enroll-learner` left it open. R1 §3.2. */
export const startStudy = command(
  'start-study',
  z.strictObject({ enrollment: enrollmentId, on: orderedDay }),
);

/** Moves the learner to another group of the same programme; `on` is the first day in it. */
export const transferLearner = command(
  'transfer-learner',
  z.strictObject({ enrollment: enrollmentId, to: identifier, on: orderedDay }),
);

/**
 * Suspends study (academic leave); `on` is the first day of leave, `until` its planned last day. A
 * leave that is over when it is entered names the day of the return as well.
 */
export const suspendStudy = command(
  'suspend-study',
  z
    .strictObject({
      enrollment: enrollmentId,
      reason: identifier,
      until: lastingDay.nullable().default(null),
      /** First day back in the same group; null: the return is entered when it has come. */
      backOn: orderedDay.nullable().default(null),
      /** The paper of the return; by default that of the leave, where one order says both. */
      backGround: groundGiven.nullable().optional(),
      on: orderedDay,
    })
    .refine(({ backOn, backGround }) => backOn !== null || backGround === undefined, {
      path: ['backGround'],
      error: complaint(
        'бумага возвращения даётся вместе с его днём: назовите backOn',
        'the paper of a return comes with its day: give backOn',
      ),
    }),
);

/** Takes the learner back after leave or discharge; `group` is by default the one they left. */
export const reinstateLearner = command(
  'reinstate-learner',
  z.strictObject({ enrollment: enrollmentId, group: identifier.optional(), on: orderedDay }),
);

/** Completes study; all mandatory results must be recorded. `on` may lie ahead. */
export const completeStudy = command(
  'complete-study',
  z.strictObject({
    enrollment: enrollmentId,
    on: orderedDay,
    /** Such as `distinction`. */
    honours: identifier.nullable().default(null),
  }),
);

/** Discharges the learner before completion; `reason` is a code of the regulation. */
export const dischargeLearner = command(
  'discharge-learner',
  z.strictObject({
    enrollment: enrollmentId,
    reason: identifier,
    /** The organisation that the learner moves to, where the reason asks for it. */
    whereTo: shortText(300).nullable().default(null),
    on: orderedDay,
  }),
);

const putRight = {
  enrollment: enrollmentId,
  ...putRightFields,
  /** Annul, by the same act, results that would lie outside study. */
  withResults: z.boolean().default(false),
  /**
   * Carry, by the same act, later steps that would not fit: to the true group, or annulled; and
   * decisions on study years to the true group.
   */
  withLater: z.boolean().default(false),
  ...groundPlaceField,
};

/**
 * Annuls a step from the start: it counts as never made. Annulling `Enrolled` annuls the
 * enrollment, which keeps its number. Ending from a day is `discharge-learner`. RK 1.8.
 */
export const annulStep = commandNamingGround('annul-step', z.strictObject(putRight), ['reason']);

/** Corrects a step: it is annulled, and the step with the true day or value stands in its place. */
export const correctStep = commandNamingGround(
  'correct-step',
  z.strictObject({
    ...putRight,
    /** What the step should have said; a field that is left out keeps its value. */
    instead: z.strictObject({
      /** First day of the enrollment. */
      from: orderedDay.optional(),
      /** Day of any other step. */
      on: orderedDay.optional(),
      group: identifier.optional(),
      /** Group of a transfer. */
      to: identifier.optional(),
      studyFrom: orderedDay.nullable().optional(),
      sentBy: identifier.nullable().optional(),
      /** Code of the reason of a leave or discharge. */
      reason: identifier.optional(),
      until: lastingDay.nullable().optional(),
      honours: identifier.nullable().optional(),
      whereTo: shortText(300).nullable().optional(),
      /** The paper that the step itself rests on; null: none. */
      ground: groundGiven.nullable().optional(),
    }),
  }),
  ['reason'],
);
