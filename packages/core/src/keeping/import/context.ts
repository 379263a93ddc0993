import type * as z from 'zod';
import type { ActDay } from '../../acting/act-day.ts';
import { readActDay } from '../../acting/act-day.ts';
import type { Receipt } from '../../acting/receipt.ts';
import type { Session } from '../../acting/session.ts';
import { LetopisError } from '../../kernel/errors.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { recordRows } from './commands.ts';
import { rowsPageKey } from './facts/questions.ts';
import { importFold } from './facts/state.ts';
import { importUnknown } from './refusals.ts';
import type { SettlingRowContext } from './row/decide.ts';

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

/** Reads the day of an act about rows of an import. Refuses `import-unknown`. */
export async function readRowsOf(
  session: Session,
  input: { readonly import: string; readonly on?: string | undefined },
): Promise<ActDay | Refusal> {
  const { state } = await session.load(importFold, input.import);
  if (state.files === null) return importUnknown({ import: input.import });
  return readActDay(session, input.on);
}

/** Reads the day, and the fact that put the record of a row right. */
export async function readSettlingRow(
  session: Session,
  input: { readonly fact?: string | undefined; readonly on?: string | undefined },
): Promise<SettlingRowContext | Refusal> {
  const day = await readActDay(session, input.on);
  if (isRefusal(day)) return day;
  const [stream = '', revision = ''] = input.fact?.split('@') ?? [];
  const own = stream.startsWith(`${session.organisation}.`);
  const [fact = null] = own ? await session.handler.events(stream, Number(revision), 1) : [];
  return { ...day, fact };
}
