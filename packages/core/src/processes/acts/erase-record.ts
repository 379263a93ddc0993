import type * as z from 'zod';
import type { Sent, Session } from '../../acting/session.ts';
import { erasureByKey } from '../../keeping/act/refusals.ts';
import type { releaseRecord } from '../../keeping/retention/commands.ts';
import { releaseService } from '../../keeping/retention/release-service.ts';
import { lineEventId } from '../../kernel/line.ts';
import type { Result } from '../../kernel/refusal.ts';
import { recordUnknown } from '../../record/refusals.ts';

/** How far a record's stream reached when it was emptied. */
export interface ErasedTo {
  readonly stream: string;
  readonly revision: number;
}

/**
 * Erases the personal data of one record: releases it under no hold, then empties what lies beside
 * each of its lines; the lines stay, and with them every proof. Repeating it changes nothing.
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

/** How many lines a stream has, and the events beside whose lines something still lies. */
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
