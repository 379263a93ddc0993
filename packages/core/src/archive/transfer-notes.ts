import * as z from 'zod';
import { command } from '../kernel/command.ts';
import type { Decision } from '../kernel/decider.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { recordName } from '../record/name.ts';
import { identifier } from '../values/identifier.ts';
import { localDate } from '../values/local-date.ts';
import { recordNotDone, recordNoted, recordSettled } from './transfer-events.ts';
import {
  recordNotListed,
  recordNotOutstanding,
  recordNotToSettle,
  transferUnknown,
} from './transfer-refusals.ts';
import type { TransferState } from './transfer.ts';
import { recordRefs } from './transfer.ts';

/*
 * What each listed record owes its transfer. The archive-transfer process sends these commands;
 * `notes.ts` declares them.
 */

/* Commands */

const about = { transfer: identifier, record: recordName, on: localDate };

/** Notes a record that stands still for the transfer, at this revision. */
export const noteRecord = command(
  'note-record',
  z.strictObject({ ...about, revision: z.int().min(0) }),
);

/** Notes that a record refused a step: it is owed no longer. */
export const noteNotDone = command(
  'note-record-not-done',
  z.strictObject({
    ...about,
    step: z.enum(['hand-over', 'close', 'return']),
    refusal: z.strictObject({ code: z.string(), ru: z.string(), en: z.string() }),
  }),
);

/** Notes that what acceptance or refusal asked of a record is done. */
export const noteSettled = command(
  'note-record-settled',
  z.strictObject({ ...about, step: z.enum(['close', 'return']), revision: z.int().min(0) }),
);

export type NoteRecord = z.output<typeof noteRecord.schema>;
export type NoteNotDone = z.output<typeof noteNotDone.schema>;
export type NoteSettled = z.output<typeof noteSettled.schema>;

/* Decide */

/**
 * Why a transfer does not wait for a record to be handed over; null: it does. Refuses
 * `transfer-unknown`, `record-not-listed` and `record-not-outstanding`.
 */
export function refuseUnlessAwaited(
  state: TransferState,
  { transfer, record }: { readonly transfer: string; readonly record: string },
): Refusal | null {
  const no = refuseUnlessListed(state, transfer, record);
  if (no !== null) return no;
  const standing = state.records.get(record)?.standing ?? 'not-listed';
  if (standing !== 'outstanding') return recordNotOutstanding({ transfer, record, standing });
  // Called off meanwhile: what was not handed over stays where it is.
  const { phase } = state;
  return phase === 'begun' ? null : recordNotOutstanding({ transfer, record, standing: phase });
}

/** Decides {@link noteRecord}: only while the transfer waits for this record. */
export function decideNoteRecord(state: TransferState, input: NoteRecord): Decision {
  const { transfer, record, revision, on: occurredOn } = input;
  const data = { transfer, record, revision };
  const fact = recordNoted.draft({ occurredOn, refs: refsOf(input), data });
  return refuseUnlessAwaited(state, input) ?? [fact];
}

/** Decides {@link noteNotDone}: a hand-over is given up only while its record is outstanding. */
export function decideNoteNotDone(state: TransferState, input: NoteNotDone): Decision {
  const { transfer, record, step, refusal, on: occurredOn } = input;
  const no = refuseUnlessListed(state, transfer, record);
  if (no !== null) return no;
  const standing = state.records.get(record)?.standing ?? 'not-listed';
  if (step === 'hand-over' && standing !== 'outstanding') {
    return recordNotOutstanding({ transfer, record, standing });
  }
  const data = { transfer, record, step, refusal };
  return [recordNotDone.draft({ occurredOn, refs: refsOf(input), data })];
}

/**
 * Decides {@link noteSettled}: closed after acceptance, returned after a refusal; a record that was
 * handed over too late to be noted is returned in any phase.
 */
export function decideNoteSettled(state: TransferState, input: NoteSettled): Decision {
  const { transfer, record, step, revision, on: occurredOn } = input;
  const no = refuseUnlessListed(state, transfer, record);
  if (no !== null) return no;
  const one = state.records.get(record);
  const { phase } = state;
  const closing = step === 'close' && phase === 'accepted' && one?.standing === 'noted';
  const returning = step === 'return' && (phase === 'refused' || one?.standing === 'not-done');
  if (one?.settled !== null || !(closing || returning)) {
    return recordNotToSettle({ transfer, record, step, phase });
  }
  const data = { transfer, record, step, revision };
  return [recordSettled.draft({ occurredOn, refs: refsOf(input), data })];
}

function refuseUnlessListed(
  state: TransferState,
  transfer: string,
  record: string,
): Refusal | null {
  if (state.id === null) return transferUnknown({ transfer });
  return state.records.has(record) ? null : recordNotListed({ transfer, record });
}

const refsOf = ({ transfer, record }: Pick<NoteRecord, 'transfer' | 'record'>) => ({
  ...recordRefs(record),
  transfer: [transfer],
});
