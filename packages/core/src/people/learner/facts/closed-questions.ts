import type { EventOf } from '../../../kernel/event-type.ts';
import type { RecordedEvent } from '../../../kernel/event.ts';
import type { learnerDataChanged } from './events.ts';

/* A change of a learner's data that hides who they were before. RK 1.10, Family Code art. 139. */

/** A change of a learner's data. */
export type DataChanged = EventOf<typeof learnerDataChanged>;

/** Is this a closed change of a learner's data? Its kind may be erased. */
export function isClosedChange(event: RecordedEvent): event is DataChanged {
  return event.type === 'LearnerDataChanged' && (event as DataChanged).data.closed !== undefined;
}

/**
 * Whether a closed change of a day hides a representative whose rights are recorded from a day: an
 * earlier one, and they do not stay.
 */
export function isFormerBy(
  staying: readonly string[] | undefined,
  closedOn: string,
  { representative, from }: { readonly representative: string; readonly from: string },
): boolean {
  return from < closedOn && staying?.includes(representative) !== true;
}
