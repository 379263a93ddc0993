import type * as z from 'zod';
import type { Receipt } from '../acting/receipt.ts';
import type { Desk } from '../desk.ts';
import { LetopisError } from '../kernel/errors.ts';
import { importDecider, rowsPageKey } from './import.ts';
import type { recordRows } from './ingested.ts';

/** The receipt that a page of rows got when it was recorded. */
export async function readRecordedPage(
  session: Desk,
  input: z.output<typeof recordRows.schema>,
): Promise<Receipt> {
  const { state } = await session.load(importDecider, input.import);
  const page = state.pages.get(rowsPageKey(input));
  return readRecordedAt(session, input.import, page?.revision ?? 0);
}

/** The receipt that the fact at a revision of an import's stream got when it was recorded. */
export async function readRecordedAt(session: Desk, id: string, at: number): Promise<Receipt> {
  const stream = session.stream('import', id);
  const [event] = await session.kernel.events(stream, at, 1);
  if (event === undefined) throw new LetopisError('corrupt', `${stream} lost its event ${at}`);
  const { id: eventId, revision, position } = event;
  return { eventId, stream, revision, position };
}
