import type * as z from 'zod';
import type { ActDay } from '../../acting/act-day.ts';
import { readActDay } from '../../acting/act-day.ts';
import type { Receipt } from '../../acting/receipt.ts';
import type { Session } from '../../acting/session.ts';
import { LetopisError } from '../../kernel/errors.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import type { recordRows } from './commands.ts';
import { rowsPageKey } from './facts/questions.ts';
import { importFold } from './facts/state.ts';
import { importedFileUnknown, importUnknown } from './refusals.ts';

/** Reads the receipt of a page of rows from when it was recorded. */
export async function readRecordedPage(
  session: Session,
  input: z.output<typeof recordRows.schema>,
): Promise<Receipt> {
  const { state } = await session.load(importFold, input.import);
  const page = state.pages.get(rowsPageKey(input));
  return readRecordedAt(session, input.import, page?.revision ?? 0);
}

/**
 * Reads the receipt of the event at a revision of an import's stream. Throws `corrupt` where the
 * stream has no such event.
 */
export async function readRecordedAt(session: Session, id: string, at: number): Promise<Receipt> {
  const stream = session.stream('import', id);
  const [event] = await session.handler.events(stream, at, 1);
  if (event === undefined) throw new LetopisError('corrupt', `${stream} lost its event ${at}`);
  const { id: eventId, revision, position } = event;
  return { eventId, stream, revision, position };
}

/**
 * Reads the day of an act about rows of a file. Refuses `import-unknown` and
 * `imported-file-unknown`.
 */
export async function readRowsOf(
  session: Session,
  input: { readonly import: string; readonly file: string; readonly on?: string | undefined },
): Promise<ActDay | Refusal> {
  const { state } = await session.load(importFold, input.import);
  const { import: id, file } = input;
  if (state.files === null) return importUnknown({ import: id });
  const files = state.files.map(({ sha256 }) => sha256);
  if (!files.includes(file)) return importedFileUnknown({ import: id, file, files });
  return readActDay(session, input.on);
}
