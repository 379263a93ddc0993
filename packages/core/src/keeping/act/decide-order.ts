import type { WithId } from '../../acting/default-id.ts';
import { alreadyExists } from '../../acting/exists.ts';
import { refuseUnlessOrder } from '../../acting/order.ts';
import type { Refs } from '../../kernel/event.ts';
import type { Decision } from '../../kernel/fold.ts';
import { enrollmentParts } from '../../study/enrollment/facts/questions.ts';
import type { OrderGroup } from './commands.ts';
import type { OrderContext } from './context.ts';
import { groupOrdered } from './facts/events.ts';
import type { ActState } from './facts/state.ts';
import { actTargetTwice } from './refusals.ts';

/** The number of targets that fit into one line with their ids as refs, however long they are. */
const TARGETS_PER_LINE = 125;

/**
 * Decides `orderGroup`. Refuses `already-exists`, `act-target-twice` and `order-required`.
 * What a single target refuses is noted in the act as not done. D4, 273-FZ art. 53, 61.
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
    to: order === 'transfer' || order === 'decide-year' ? input.to : null,
    reason: order === 'discharge' ? input.reason : null,
    ...(order === 'discharge' && input.whereTo !== null ? { whereTo: input.whereTo } : {}),
    ...(order === 'decide-year' ? { year: yearOf(input) } : {}),
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

/** What the order says of each learner's study year. 273-FZ art. 58 part 9, RK 1.6. */
function yearOf({
  studyYear,
  decision,
  protocol,
  application,
  on,
  from = on,
}: Extract<OrderGroup, { order: 'decide-year' }>) {
  return { studyYear, decision, protocol, application, from };
}

function refsOf(order: OrderGroup['order'], listed: readonly string[]): Refs {
  if (order === 'enroll') return { learner: listed };
  return { enrollment: listed, learner: listed.map((one) => enrollmentParts(one).learner) };
}
