import type { RecordPutRight } from '../../acting/after-archive.ts';
import { refuseUnlessAddable, refuseUnlessGroundPlace } from '../../acting/after-archive.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import type { Edition } from '../../rules/regulation/facts/state.ts';
import { fileRecord } from './facts/questions.ts';
import type { FileState } from './facts/state.ts';

/**
 * Refuses to put right what a personal file has: as `refuseUnlessAddable` and
 * `refuseUnlessGroundPlace` do. What is put right once the archive has the file is added to it, and
 * the archived carrier is never changed. RK 1.9.
 */
export function refuseUnlessRightable(
  { archival }: FileState,
  input: { readonly file: string; readonly groundAt?: string | undefined },
  by: Omit<RecordPutRight, 'record'>,
  context: { readonly edition: Edition; readonly carrierDestroyed: boolean },
): Refusal | null {
  const record = fileRecord(input.file);
  return (
    refuseUnlessAddable(archival, { record, ...by }, context.edition.correction) ??
    refuseUnlessGroundPlace(record, input, context)
  );
}
