import type * as z from 'zod';
import type { Sent, Session } from '../../acting/session.ts';
import { erasureByKey } from '../../keeping/act/refusals.ts';
import type { releaseRecord } from '../../keeping/retention/commands.ts';
import { releaseService } from '../../keeping/retention/release-service.ts';
import { lineEventId } from '../../kernel/line.ts';
import type { Result } from '../../kernel/refusal.ts';
import { recordUnknown } from '../../record/refusals.ts';

/** The stream whose personal data was erased, and its last revision at that time. */
export interface ErasedTo {
  readonly stream: string;
  readonly revision: number;
}

/**
 * Erases the personal data of one record. It first records the release of the record, which a legal
 * hold refuses, then empties the values beside its lines; the lines themselves stay, and so do all
 * proofs. Repeating it changes nothing.
 * Refuses `erasure-by-key`, `record-unknown` and `under-hold`. D19, 152-FZ art. 21.
 */
export async function eraseRecord(
  session: Session,
  raw: Sent<z.input<typeof releaseRecord.schema>>,
): Promise<Result<ErasedTo>> {
  const { record } = raw;
  const { store } = session.handler;
  if (store.guarantees.erasure === 'by-key') {
    return { ok: false, refusal: erasureByKey({ record }) };
  }
  const stream = `${session.organisation}.${record}`;
  const before = await linesWith(session, stream);
  if (before.lines === 0) return { ok: false, refusal: recordUnknown({ record }) };
  const released = await releaseService(session).record(raw);
  if (!released.ok) return released;
  const { lines, full } = await linesWith(session, stream);
  if (full.length > 0) await store.emptyBeside(stream, full);
  session.handler.forget(stream);
  return { ok: true, value: { stream, revision: lines - 1 } };
}

/**
 * How many lines a stream has, and the ids of the events with personal values beside their lines.
 */
async function linesWith(session: Session, stream: string) {
  const full: string[] = [];
  let lines = 0;
  for await (const page of session.handler.store.readStream(stream)) {
    for (const { line, beside } of page) {
      lines += 1;
      if (beside !== null && beside !== 'emptied') full.push(lineEventId(line));
    }
  }
  return { lines, full };
}
