import type { Decision } from '../../kernel/fold.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { NoteNotDone, NoteRecord, NoteSettled } from './commands.ts';
import { recordNotDone, recordNoted, recordSettled } from './facts/events.ts';
import { recordRefs } from './facts/questions.ts';
import type { TransferRecord, TransferState } from './facts/state.ts';
import {
  recordNotListed,
  recordNotOutstanding,
  recordNotToSettle,
  transferUnknown,
} from './refusals.ts';

/**
 * Refuses `transfer-unknown`, `record-not-listed`, and `record-not-outstanding` where the record's
 * hand-over has an outcome or the transfer is past that phase.
 */
export function refuseUnlessRecordAwaited(
  state: TransferState,
  { transfer, record }: { readonly transfer: string; readonly record: string },
): Refusal | null {
  const one = listedRecord(state, transfer, record);
  if (isRefusal(one)) return one;
  const { standing } = one;
  if (standing !== 'outstanding') return recordNotOutstanding({ transfer, record, standing });
  // Called off meanwhile: what was not handed over stays where it is.
  const { phase } = state;
  return phase === 'begun' ? null : recordNotOutstanding({ transfer, record, standing: phase });
}

/** Decides `noteRecord`, only while the record's hand-over has no outcome. */
export function decideNoteRecord(state: TransferState, input: NoteRecord): Decision {
  const { transfer, record, revision, on: occurredOn } = input;
  const data = { transfer, record, revision };
  const fact = recordNoted.draft({ occurredOn, refs: refsOf(input), data });
  return refuseUnlessRecordAwaited(state, input) ?? [fact];
}

/** Decides `noteNotDone`. A refused hand-over is noted only while it has no outcome. */
export function decideNoteNotDone(state: TransferState, input: NoteNotDone): Decision {
  const { transfer, record, step, refusal, on: occurredOn } = input;
  const one = listedRecord(state, transfer, record);
  if (isRefusal(one)) return one;
  const { standing } = one;
  if (step === 'hand-over' && standing !== 'outstanding') {
    return recordNotOutstanding({ transfer, record, standing });
  }
  const data = { transfer, record, step, refusal };
  return [recordNotDone.draft({ occurredOn, refs: refsOf(input), data })];
}

/**
 * Decides `noteSettled`: closed after acceptance, or returned after a refusal. A record that
 * was handed over too late to be noted is returned in any phase.
 */
export function decideNoteSettled(state: TransferState, input: NoteSettled): Decision {
  const { transfer, record, step, revision, on: occurredOn } = input;
  const one = listedRecord(state, transfer, record);
  if (isRefusal(one)) return one;
  const { phase } = state;
  const closing = step === 'close' && phase === 'accepted' && one.standing === 'noted';
  const returning = step === 'return' && (phase === 'refused' || one.standing === 'not-done');
  if (one.settled !== null || !(closing || returning)) {
    return recordNotToSettle({ transfer, record, step, phase });
  }
  const data = { transfer, record, step, revision };
  return [recordSettled.draft({ occurredOn, refs: refsOf(input), data })];
}

/** The record as the transfer lists it. */
function listedRecord(
  state: TransferState,
  transfer: string,
  record: string,
): TransferRecord | Refusal {
  if (state.id === null) return transferUnknown({ transfer });
  return state.records.get(record) ?? recordNotListed({ transfer, record });
}

const refsOf = ({ transfer, record }: Pick<NoteRecord, 'transfer' | 'record'>) => ({
  ...recordRefs(record),
  transfer: [transfer],
});
