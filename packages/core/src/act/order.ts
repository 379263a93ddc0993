import * as z from 'zod';
import { alreadyExists } from '../acting/exists.ts';
import type { WithId } from '../acting/on.ts';
import { refuseUnlessOrder } from '../acting/order.ts';
import { enrollmentId, enrollmentParts } from '../enrollment/id.ts';
import { command } from '../kernel/command.ts';
import type { Decision } from '../kernel/decider.ts';
import type { Ground, Refs } from '../kernel/event.ts';
import type { Edition } from '../regulation/rules.ts';
import { complaint } from '../values/complaint.ts';
import { identifier } from '../values/identifier.ts';
import { localDate } from '../values/local-date.ts';
import type { ActState } from './act.ts';
import { groupOrdered } from './events.ts';
import { actTargetTwice } from './refusals.ts';

/* An order that names a whole group or a list of learners. D4, R1 §7.2. */

/** The most targets of one act: they are listed in one append. More are several acts. */
export const ACT_TARGETS_MAX = 2_000;

/** So many targets fit into one line with their ids as refs, however long they are. */
const TARGETS_PER_LINE = 125;

const learners = z.array(identifier).min(1).max(ACT_TARGETS_MAX);
const enrollments = z.array(enrollmentId).min(1).max(ACT_TARGETS_MAX);
const common = { id: identifier.optional(), on: localDate };
const ofGroup = { ...common, group: identifier.nullable().default(null) };

/**
 * Orders for all of a group or a list: `enroll` learners into a group, `transfer` enrollments to
 * another group, `complete` or `discharge` them. The order itself is the command's ground; `id` is
 * by default the command's. The process `actProcess` sends each target what it is owed. D4.
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
        /** First day of study, by default the day of the order; null: not begun (R1 §3.2). */
        studyFrom: localDate.nullable().optional(),
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
      }),
    ],
    {
      error: (issue) =>
        issue.code === 'invalid_union'
          ? complaint(
              'приказ бывает enroll, transfer, complete или discharge',
              'an order is enroll, transfer, complete or discharge',
            )
          : undefined,
    },
  ),
);

export type OrderGroup = z.output<typeof orderGroup.schema>;

/** What the leading fact rests on: the edition of its day, and the paper. */
export interface OrderContext {
  readonly edition: Edition;
  readonly ground: Ground | null;
}

/**
 * Decides {@link orderGroup}. Refuses `act-id-taken`, `act-target-twice` and `order-required`; what
 * a single learner's record refuses stands in the act as not done. D4, 273-FZ art. 53, 61.
 */
export function decideOrderGroup(
  state: ActState,
  input: WithId<OrderGroup>,
  { edition, ground }: OrderContext,
): Decision {
  const { id: act, order, group, on: occurredOn } = input;
  if (state.id !== null) return alreadyExists({ kind: 'act', id: act });
  const targets: readonly string[] = order === 'enroll' ? input.learners : input.enrollments;
  const twice = targets.find((target, at) => targets.indexOf(target) !== at);
  if (twice !== undefined) return actTargetTwice({ target: twice });
  const unordered = refuseUnlessOrder(order, edition.enrollment.orderFor, ground);
  if (unordered !== null) return unordered;
  const { studyFrom = occurredOn } = order === 'enroll' ? input : { studyFrom: null };
  const said = {
    studyFrom,
    to: order === 'transfer' ? input.to : null,
    reason: order === 'discharge' ? input.reason : null,
    honours: order === 'complete' ? input.honours : null,
    edition: edition.edition,
  };
  const parts = Math.ceil(targets.length / TARGETS_PER_LINE);
  return Array.from({ length: parts }, (_, n) => {
    const listed = targets.slice(n * TARGETS_PER_LINE, (n + 1) * TARGETS_PER_LINE);
    const groups = [group, said.to].filter((one) => one !== null);
    const refs = { act: [act], group: groups, ...refsOf(order, listed) };
    const data = { act, order, group, part: n + 1, parts, targets: listed, ...said };
    return groupOrdered.draft({ occurredOn, refs, data });
  });
}

function refsOf(order: OrderGroup['order'], listed: readonly string[]): Refs {
  if (order === 'enroll') return { learner: listed };
  return { enrollment: listed, learner: listed.map((one) => enrollmentParts(one).learner) };
}
