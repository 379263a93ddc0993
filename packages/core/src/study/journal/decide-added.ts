import type { RecordPutRight } from '../../acting/after-archive.ts';
import { refuseUnlessAddable, refuseUnlessGroundPlace } from '../../acting/after-archive.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import type { Edition } from '../../rules/regulation/facts/state.ts';
import { journalRecord } from './facts/questions.ts';
import type { JournalState } from './facts/state.ts';

/**
 * Refuses to put right what a journal has: as `refuseUnlessAddable` and `refuseUnlessGroundPlace`
 * do. What is put right once the archive has the journal is added to it. RK 1.9.
 */
export function refuseUnlessRightable(
  { archival }: JournalState,
  input: { readonly journal: string; readonly groundAt?: string | undefined },
  by: Omit<RecordPutRight, 'record'>,
  context: { readonly edition: Edition; readonly carrierDestroyed: boolean },
): Refusal | null {
  const record = journalRecord(input.journal);
  return (
    refuseUnlessAddable(archival, { record, ...by }, context.edition.correction) ??
    refuseUnlessGroundPlace(record, input, context)
  );
}
