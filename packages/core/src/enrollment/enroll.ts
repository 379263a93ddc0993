import * as z from 'zod';
import { refuseUnlessOrder } from '../acting/order.ts';
import { groupIsClosed } from '../group/group.ts';
import type { GroupState } from '../group/state.ts';
import { command } from '../kernel/command.ts';
import type { Decision } from '../kernel/decider.ts';
import type { Ground } from '../kernel/event.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { LearnerState } from '../learner/state.ts';
import { learnerUnknown } from '../learner/unknown.ts';
import { programmeIsClosed } from '../programme/programme.ts';
import type { ProgrammeState } from '../programme/state.ts';
import type { Edition } from '../regulation/rules.ts';
import { identifier } from '../values/identifier.ts';
import { localDate } from '../values/local-date.ts';
import { enrolled } from './events.ts';
import { isOpenFrom } from './place.ts';
import type { EnrollmentState } from './state.ts';

/* Enrolling: the first fact of the stream. Its number is found by a walk (walk.ts). D4, R1 §3.2. */

/**
 * Enrolls a learner into a group, and by it into the group's programme, from a day on. Study begins
 * on `studyFrom`, by default the same day; null: not begun, `startStudy` says when (R1 §3.2).
 */
export const enrollLearner = command(
  'enroll-learner',
  z.strictObject({
    learner: identifier,
    group: identifier,
    from: localDate,
    studyFrom: localDate.nullable().optional(),
    /** Who sent the learner: `employment-service`, `employer`, … */
    sentBy: identifier.nullable().default(null),
  }),
);

export const alreadyEnrolled = refusal(
  'already-enrolled',
  (d: { enrollment: string; group: string; onePer: 'group' | 'programme' }) => ({
    ru:
      `Уже есть незавершённое зачисление ${d.enrollment} (группа ${d.group}), второе ` +
      `${d.onePer === 'group' ? 'в ту же группу' : 'на ту же программу'} не положено`,
    en:
      `There is an open enrollment ${d.enrollment} (group ${d.group}) already; ` +
      `a ${d.onePer} takes one of a learner at a time: end or use that one`,
  }),
);

export const studyBeforeEnrollment = refusal(
  'study-before-enrollment',
  (d: { from: string; studyFrom: string }) => ({
    ru: `Учёба не может начаться ${d.studyFrom}, раньше зачисления ${d.from}`,
    en: `Study cannot begin on ${d.studyFrom}, before the enrollment on ${d.from}`,
  }),
);

/** Between looking and writing somebody took the number: the walk goes on. Nobody sees it. */
export const numberTaken = refusal('number-taken', (d: { enrollment: string }) => ({
  ru: `Номер ${d.enrollment} только что занят: отправьте команду ещё раз`,
  en: `The number ${d.enrollment} was taken just now: send the command again`,
}));

/** What enrolling reads from elsewhere. */
export interface EnrollContext {
  readonly edition: Edition;
  readonly learner: LearnerState;
  readonly group: GroupState;
  readonly programme: ProgrammeState;
  readonly number: number;
}

type EnrollInput = z.output<typeof enrollLearner.schema>;

export function decideEnroll(
  state: EnrollmentState,
  input: EnrollInput,
  context: EnrollContext,
  { sender }: { readonly sender: { readonly ground: Ground | null } },
): Decision {
  const { learner, group, from, sentBy, studyFrom = from } = input;
  const { programme, edition, number } = context;
  const id = `${learner}.${context.group.programme}.${number}`;
  if (state.id !== null) return numberTaken({ enrollment: id });
  if (!context.learner.registered) return learnerUnknown({ learner });
  const shut = refuseIfTakesNobody(context.group, from);
  if (shut !== null) return shut;
  if (programme.closedFrom !== null && programme.closedFrom <= from) {
    return programmeIsClosed({ programme: programme.id ?? '', from: programme.closedFrom });
  }
  if (studyFrom !== null && studyFrom < from) return studyBeforeEnrollment({ from, studyFrom });
  const unordered = refuseUnlessOrder('enroll', edition.enrollment.orderFor, sender.ground);
  if (unordered !== null) return unordered;
  const whose = { enrollment: id, learner, programme: context.group.programme };
  return [
    enrolled.draft({
      occurredOn: from,
      refs: {
        learner: [learner],
        enrollment: [id],
        programme: [whose.programme],
        group: [group],
      },
      data: { ...whose, group, studyFrom, sentBy, edition: edition.edition },
    }),
  ];
}

/** The refusal of a group that takes nobody on a day; null where it does. */
export function refuseIfTakesNobody(group: GroupState, on: string): Refusal | null {
  const { id, closedFrom } = group;
  if (closedFrom === null || on < closedFrom) return null;
  return groupIsClosed({ group: id ?? '', from: closedFrom });
}

/**
 * The refusal `already-enrolled` where one of these enrollments holds the place: open in the same
 * group, or in the whole programme where the regulation says so. D4.
 */
export function refuseIfPlaceHeld(
  others: readonly EnrollmentState[],
  group: string,
  from: string,
  onePer: 'group' | 'programme',
): Refusal | null {
  const asked = onePer === 'group' ? group : null;
  const open = others.find((other) => isOpenFrom(other, from, asked));
  if (open === undefined) return null;
  const held = open.line.at(-1)?.group ?? group;
  return alreadyEnrolled({ enrollment: open.id ?? '', group: asked ?? held, onePer });
}
