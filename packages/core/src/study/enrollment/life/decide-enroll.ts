import { refuseUnlessOrder } from '../../../acting/order.ts';
import type { Ground } from '../../../kernel/event.ts';
import type { Decision } from '../../../kernel/fold.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { learnerUnknown } from '../../../people/learner/facts/unknown.ts';
import type { GroupState } from '../../group/facts/state.ts';
import { groupIsClosed } from '../../group/facts/unknown.ts';
import { programmeIsClosed } from '../../programme/facts/unknown.ts';
import { enrolled } from '../facts/life-events.ts';
import { isOpenFrom } from '../facts/questions.ts';
import type { EnrollmentState } from '../facts/state.ts';
import type { EnrollContext, EnrollInput } from './context.ts';
import type { LifeDraft } from './decide-moved.ts';
import { alreadyEnrolled, numberTaken, studyBeforeEnrollment } from './refusals.ts';

/**
 * Decides `enroll-learner` for the stream of one number. Refuses `number-taken`, `learner-unknown`,
 * `group-closed`, `programme-closed`, `study-before-enrollment` and `order-required`. D4, R1 §3.2.
 */
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
  const unordered = refuseUnlessOrder('enroll', edition.enrollment.orderFor, sender.ground);
  if (unordered !== null) return unordered;
  const ids = { enrollment: id, learner, programme: context.group.programme };
  return draftEnrolled(ids, { group, from, sentBy, studyFrom }, { ...context, programme, edition });
}

/** Who is enrolled, in what, under which name. */
export interface EnrolledIds {
  readonly enrollment: string;
  readonly learner: string;
  readonly programme: string;
}

/** What an enrollment says of itself. */
export interface EnrolledSays {
  readonly group: string;
  readonly from: string;
  readonly studyFrom: string | null;
  readonly sentBy: string | null;
}

/**
 * The ordinary rule of enrolling, which serves a correction as well. Refuses `group-closed`,
 * `programme-closed`, `study-before-enrollment`.
 */
export function draftEnrolled(
  ids: EnrolledIds,
  { group, from, studyFrom, sentBy }: EnrolledSays,
  { group: opened, programme, edition }: Pick<EnrollContext, 'group' | 'programme' | 'edition'>,
): readonly [LifeDraft] | Refusal {
  const shut = refuseIfGroupClosed(opened, from);
  if (shut !== null) return shut;
  if (programme.closedFrom !== null && programme.closedFrom <= from) {
    return programmeIsClosed({ programme: programme.id ?? '', from: programme.closedFrom });
  }
  if (studyFrom !== null && studyFrom < from) return studyBeforeEnrollment({ from, studyFrom });
  const refs = {
    learner: [ids.learner],
    enrollment: [ids.enrollment],
    programme: [ids.programme],
    group: [group],
  };
  const data = { ...ids, group, studyFrom, sentBy, edition: edition.edition };
  return [enrolled.draft({ occurredOn: from, refs, data })];
}

/** Refuses `group-closed` where a group takes no new enrollments on a day. */
export function refuseIfGroupClosed(group: GroupState, on: string): Refusal | null {
  const { id, closedFrom, mergedInto: into } = group;
  if (closedFrom === null || on < closedFrom) return null;
  return groupIsClosed({ group: id ?? '', from: closedFrom, into });
}

/**
 * Refuses `already-enrolled` where one of these enrollments is open in the same group, or in the
 * same programme where the regulation allows one per programme. D4.
 */
export function refuseIfAlreadyEnrolled(
  others: readonly EnrollmentState[],
  group: string,
  from: string,
  onePer: 'group' | 'programme',
): Refusal | null {
  const asked = onePer === 'group' ? group : null;
  const open = others.find((other) => isOpenFrom(other, from, asked));
  if (open === undefined) return null;
  const groupOfOpen = open.lifeFacts.at(-1)?.group ?? group;
  return alreadyEnrolled({ enrollment: open.id ?? '', group: asked ?? groupOfOpen, onePer });
}
