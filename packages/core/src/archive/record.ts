import * as z from 'zod';
import { command } from '../kernel/command.ts';
import type { Decision } from '../kernel/decider.ts';
import type { RecordedEvent, Refs } from '../kernel/event.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { acceptedByArchive, handedOver, returnedByArchive } from '../record/events.ts';
import type { ArchivedKind } from '../record/kind.ts';
import { recordName } from '../record/name.ts';
import {
  recordArchived,
  recordNotHandedOver,
  recordUnknown,
  refuseIfArchived,
} from '../record/refusals.ts';
import type { ArchivalStatus } from '../record/state.ts';
import { identifier } from '../values/identifier.ts';
import { localDate } from '../values/local-date.ts';

/*
 * What moves an enrollment, a journal or a personal file to the archive and back: three commands.
 * Only the transfer that a record was handed over to can accept or return it. D18, R1 §7.
 */

/* Commands: the archive-transfer process sends them, each under an id that the cause gives. */

const moved = z.strictObject({ transfer: identifier, record: recordName, on: localDate });

/** What each of the three commands says: which record, in which transfer, from which day. */
export type RecordMove = z.output<typeof moved>;

/** Hands a record over to a transfer: from now on it stands still. */
export const handOverRecord = command('hand-over-record', moved);
/** Closes a record that the archive has accepted. */
export const acceptRecord = command('accept-record', moved);
/** Opens a record again whose transfer was refused or called off. */
export const returnRecord = command('return-record', moved);

/** Decides {@link handOverRecord} for a record of any kind. */
export function decideHandOver<State, E extends RecordedEvent>(
  kind: ArchivedKind<State, E>,
  state: State,
  move: RecordMove,
): Decision {
  const status = kind.statusOf(state);
  if (status === null) return recordUnknown({ record: move.record });
  const no = refuseIfArchived(status, move.record) ?? kind.refuseUnlessReady(state, move);
  return no ?? [handedOver.draft(factOf(kind.refsOf(state), move))];
}

/** Decides {@link acceptRecord} for a record of any kind. */
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

/** Decides {@link returnRecord} for a record of any kind. */
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

/** Refuses to settle a record that was not handed over to this transfer, or is settled. */
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
