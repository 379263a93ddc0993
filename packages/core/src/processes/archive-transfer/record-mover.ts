import { on } from '../../acting/on.ts';
import { receipt } from '../../acting/receipt.ts';
import { service } from '../../acting/service.ts';
import type { Session } from '../../acting/session.ts';
import {
  decideAccept,
  decideHandOver,
  decideReturn,
} from '../../keeping/transfer/decide-record.ts';
import { refuseUnlessAwaited } from '../../keeping/transfer/decide-transfer-notes.ts';
import { transferFold } from '../../keeping/transfer/facts/state.ts';
import type { RecordMove } from '../../keeping/transfer/record-commands.ts';
import {
  acceptRecord,
  handOverRecord,
  returnRecord,
} from '../../keeping/transfer/record-commands.ts';
import type { RecordedEvent } from '../../kernel/event.ts';
import { knowsCommand } from '../../kernel/fold-cache.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import type { ArchivedKind } from '../../record/kind.ts';

/**
 * Asks a transfer, before each attempt to hand a record over, whether it still waits for it.
 * Refuses `transfer-unknown`, `record-not-listed` and `record-not-outstanding`.
 */
export async function readAwaited(session: Session, move: RecordMove): Promise<Refusal | null> {
  const { state } = await session.load(transferFold, move.transfer);
  return refuseUnlessAwaited(state, move);
}

/** Moves records of one kind: each step is one command on the record's own stream. */
export type RecordMover = ReturnType<typeof recordMover>;

/** A step of a record on its way to the archive. */
export type RecordStep = keyof ReturnType<RecordMover['steps']>;

/**
 * Declares the steps of a kind of record; the process `archiveTransfer` sends them. D18.
 *
 * @example
 * const files = recordMover(fileArchive);
 * const move = { transfer: 't-1', record: 'file-l-1.1', on: '2027-07-01' };
 * must(await files.steps(session)['hand-over'](move));
 */
export function recordMover<State, E extends RecordedEvent>(kind: ArchivedKind<State, E>) {
  const onRecord = on({
    fold: kind.fold,
    key: ({ record }: { readonly record: string }) => [keyOf(record)],
    answer: receipt,
  });
  return {
    steps: service({
      /**
       * Hands a record over to a transfer that waits for it: from now on it stands still.
       * Refuses `record-not-outstanding`, `record-unknown`, `record-handed-over`. D18.
       */
      'hand-over': onRecord(handOverRecord, {
        context: readAwaited,
        decide: (state, move) => decideHandOver(kind, state, move),
      }),

      /**
       * Closes a record that the archive has accepted.
       * Refuses `record-unknown`, `record-not-handed-over`, `record-archived`. D18.
       */
      close: onRecord(acceptRecord, { decide: (state, move) => decideAccept(kind, state, move) }),

      /**
       * Opens a record again whose transfer was refused or called off.
       * Refuses `record-unknown`, `record-not-handed-over`, `record-archived`. D18.
       */
      return: onRecord(returnRecord, { decide: (state, move) => decideReturn(kind, state, move) }),
    }),
    /** Does an event of this command stand in the record's stream? */
    isStored: async (session: Session, record: string, commandId: string): Promise<boolean> =>
      knowsCommand(await session.load(kind.fold, keyOf(record)), commandId),
  };
}

/** The dotted key behind the kind in a record's name. */
const keyOf = (record: string): string => record.slice(record.indexOf('-') + 1);
