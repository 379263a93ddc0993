import type * as z from 'zod';
import type { Sent, Session } from '../../acting/session.ts';
import { erasureByKey } from '../../keeping/act/refusals.ts';
import { rowsEvents } from '../../keeping/import/row/facts/events.ts';
import type { RowEvent } from '../../keeping/import/row/facts/state.ts';
import type { releaseRecord } from '../../keeping/retention/commands.ts';
import { anyRecordRefs } from '../../keeping/retention/facts/record-refs-questions.ts';
import { releaseService } from '../../keeping/retention/release-service.ts';
import { START } from '../../kernel/event-store.ts';
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
 * proofs. With a learner goes what rows of imports about them are known by. Repeating it changes
 * nothing.
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
  await eraseRowsOf(session, record);
  return { ok: true, value: { stream, revision: lines - 1 } };
}

/**
 * Empties what lies beside the rows of imports about a learner: rows that name them, and rows whose
 * event does. 152-FZ art. 21.
 */
async function eraseRowsOf(session: Session, record: string): Promise<void> {
  const { organisation, handler } = session;
  const { learner: [learner] = [] } = anyRecordRefs(record);
  if (learner === undefined || !record.startsWith('learner-')) return;
  const { store, codec } = handler;
  const found = new Map<string, Set<string>>();
  const full = new Set<string>();
  const nameless = new Map<string, string>();
  const add = (stream: string, id: string): void => {
    if (full.has(id)) found.set(stream, (found.get(stream) ?? new Set()).add(id));
  };
  const types = rowsEvents.map(({ type }) => type);
  const filter = { types, streamPrefix: `${organisation}.rows-` };
  for await (const { lines } of store.readAll(START, filter)) {
    for (const stored of lines) {
      const event = codec.decode(stored, store.ports.hash) as RowEvent;
      if (stored.beside !== null && stored.beside !== 'emptied') full.add(event.id);
      if (event.refs.learner?.includes(learner) === true) add(event.stream, event.id);
      if (event.type === 'RowKnown' && event.refs.learner === undefined) {
        nameless.set(`${event.stream}@${event.revision}`, event.id);
      }
      if (event.type !== 'RowsTaken') continue;
      for (const id of await rowsAbout(handler, learner, event, nameless)) add(event.stream, id);
    }
  }
  for (const [stream, ids] of found) {
    await store.emptyBeside(stream, [...ids]);
    handler.forget(stream);
  }
  handler.indexes.forget('rows', organisation);
}

/**
 * The rows that name no learner and became events about one.
 * @param nameless event ids of rows that name none, by place.
 */
async function rowsAbout(
  handler: Session['handler'],
  learner: string,
  { stream: own, data }: Extract<RowEvent, { readonly type: 'RowsTaken' }>,
  nameless: ReadonlyMap<string, string>,
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const { known, event, stream } of data.rows) {
    const row = nameless.get(`${own}@${known}`);
    if (row === undefined) continue;
    const became = (await handler.events(stream)).find(({ id }) => id === event);
    if (became?.refs.learner?.includes(learner) === true) ids.push(row);
  }
  return ids;
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
