import type * as z from 'zod';
import { refuseUnlessOrder } from '../../acting/order.ts';
import type { Decision } from '../../kernel/fold.ts';
import { closingBeforeOpening } from '../programme/facts/unknown.ts';
import type { mergeGroup } from './commands.ts';
import type { MergerContext } from './context.ts';
import { groupMerged } from './facts/events.ts';
import type { GroupState } from './facts/state.ts';
import { groupIsClosed, groupUnknown } from './facts/unknown.ts';
import { mergerUnfit } from './refusals.ts';

/**
 * Decides `merge-group`. Refuses `group-unknown`, `group-closed` for both groups, `merger-unfit`
 * for the group itself or one of another programme, `closing-before-opening`, and `order-required`
 * where a transfer needs an order. RK 4 no. 5.
 */
export function decideMergeGroup(
  state: GroupState,
  { group, into, on }: z.output<typeof mergeGroup.schema>,
  { edition, into: taking, ground }: MergerContext,
): Decision {
  const { programme, openedOn } = state;
  if (state.id === null) return groupUnknown({ group });
  if (state.closedFrom !== null) {
    return groupIsClosed({ group, from: state.closedFrom, into: state.mergedInto });
  }
  if (group === taking.id || taking.programme !== programme) {
    return mergerUnfit({ group, programme, into, intoProgramme: taking.programme });
  }
  if (taking.closedFrom !== null && taking.closedFrom <= on) {
    return groupIsClosed({ group: into, from: taking.closedFrom, into: taking.mergedInto });
  }
  if (openedOn !== null && on < openedOn) return closingBeforeOpening({ on, openedOn });
  const unordered = refuseUnlessOrder(
    'merge-group',
    edition.enrollment.orderFor,
    ground,
    'transfer',
  );
  if (unordered !== null) return unordered;
  const refs = { group: [group, into], programme: [programme] };
  return [
    groupMerged.draft({ occurredOn: on, refs, data: { group, into, edition: edition.edition } }),
  ];
}
