import type { RecordedEvent, Refs } from '../../kernel/event.ts';
import type { Decision } from '../../kernel/fold.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { acceptedByArchive, handedOver, returnedByArchive } from '../../record/events.ts';
import type { ArchivedKind } from '../../record/kind.ts';
import {
  recordArchived,
  recordNotHandedOver,
  recordUnknown,
  refuseIfArchived,
} from '../../record/refusals.ts';
import type { ArchivalStatus } from '../../record/state.ts';
import type { RecordMove } from './record-commands.ts';

/**
 * Decides `handOverRecord` for any kind of record. Refuses `record-unknown`, a record that is
 * with the archive or another transfer, and what the kind itself refuses (`refuseUnlessReady`).
 */
export function decideHandOver<State, E extends RecordedEvent>(
  kind: ArchivedKind<State, E>,
  state: State,
  move: RecordMove,
): Decision {
  const status = kind.statusOf(state);
  if (status === null) return recordUnknown({ record: move.record });
  const refused = refuseIfArchived(status, move.record) ?? kind.refuseUnlessReady(state, move);
  return refused ?? [handedOver.draft(factOf(kind.refsOf(state), move))];
}

/** Decides `acceptRecord` for any kind of record. */
export function decideAccept<State, E extends RecordedEvent>(
  kind: ArchivedKind<State, E>,
  state: State,
  move: RecordMove,
): Decision {
  return (
    refuseUnlessHandedOver(kind.statusOf(state), move) ?? [
      acceptedByArchive.draft(factOf(kind.refsOf(state), move)),
    ]
  );
}

/** Decides `returnRecord` for any kind of record. */
export function decideReturn<State, E extends RecordedEvent>(
  kind: ArchivedKind<State, E>,
  state: State,
  move: RecordMove,
): Decision {
  return (
    refuseUnlessHandedOver(kind.statusOf(state), move) ?? [
      returnedByArchive.draft(factOf(kind.refsOf(state), move)),
    ]
  );
}

/** Refuses a record that was not handed over to this transfer, or that the archive has accepted. */
function refuseUnlessHandedOver(
  status: ArchivalStatus | null,
  { record, transfer }: RecordMove,
): Refusal | null {
  if (status === null) return recordUnknown({ record });
  if (status.transfer !== transfer) return recordNotHandedOver({ record, transfer });
  return status.accepted ? recordArchived({ record, transfer }) : null;
}

function factOf(refs: Refs, { transfer, record, on }: RecordMove) {
  return { occurredOn: on, refs: { ...refs, transfer: [transfer] }, data: { transfer, record } };
}
